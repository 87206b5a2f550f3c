// What the camera wrote into a JPEG (time, place) goes along when the picture is drawn anew.
export async function carryExif(from, to) {
  try {
    const part = exifOf(new DataView(await from.slice(0, 131_072).arrayBuffer()));
    return part ? new Blob([to.slice(0, 2), part, to.slice(2)], { type: to.type }) : to;
  } catch (error) {
    if (error instanceof RangeError) return to; // damaged: the picture is still worth having
    throw error;
  }
}

function exifOf(view) {
  if (view.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    if (view.getUint16(at) !== 0xffe1 || view.getUint32(at + 4) !== 0x45786966) continue;
    const end = at + 2 + view.getUint16(at + 2);
    const part = view.buffer.slice(at, end);
    turnUpright(new DataView(part, 10));
    return end <= view.byteLength ? part : null;
  }
  return null;
}

// Drawing has turned the picture itself, so the note that says how to turn it must go.
function turnUpright(tiff) {
  const little = tiff.getUint16(0) === 0x4949;
  const start = tiff.getUint32(4, little);
  for (let n = 0; n < tiff.getUint16(start, little); n += 1) {
    const entry = start + 2 + n * 12;
    if (tiff.getUint16(entry, little) === 0x0112) tiff.setUint16(entry + 8, 1, little);
  }
}
