// What the editor says about a row that is not saved.
export const LOST = "Gagal menyimpan: sambungan terputus. Isian disimpan di peramban ini dan dicoba lagi.";
export const CONFLICT = "Bentrok: baris ini diubah orang lain. Pilih isinya, lalu tekan Simpan.";
export const LATER = "Sebuah baris belum tersimpan; buka baris yang ditandai.";
export const SIGNED_OUT = "Belum disimpan: Anda sudah keluar. Masuk lagi di tab lain, lalu tekan Simpan.";
export const UNREACHED = "Baris tidak dapat dibuka. Periksa sambungan, lalu coba lagi.";

const INVALID = "Belum disimpan: ada isian yang perlu diperbaiki.";
const REFUSED = "Belum disimpan: ditolak server. Muat ulang halaman; isian Anda dipulihkan.";

export function refusal(status) {
  return { 400: INVALID, 401: SIGNED_OUT, 409: CONFLICT }[status] ?? REFUSED;
}
