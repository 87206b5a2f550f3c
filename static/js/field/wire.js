// Talking with the server. A status of 0: not reached, or it could not answer; 401: sign in again.
const PATIENCE = 120_000;

export async function ask(url, options = {}) {
  let answer;
  try {
    answer = await fetch(url, { ...options, signal: AbortSignal.timeout(PATIENCE) });
    if (answer.status >= 500 || answer.status === 429) return { status: 0 };
    if (answer.redirected) return { status: 401 };
    const json = answer.headers.get("Content-Type")?.startsWith("application/json");
    if (json) return { status: answer.status, json: await answer.json() };
    return { status: answer.status, json: { pesan: sentence(await answer.text()) } };
  } catch {
    return { status: 0 };
  }
}

export const post = (url, token, fields) => {
  const body = new FormData();
  for (const [name, value, file] of fields) file ? body.append(name, value, file) : body.append(name, value);
  return ask(url, { method: "POST", body, headers: { "X-CSRFToken": token } });
};

// What a page of refusal says in its first paragraph.
function sentence(html) {
  const said = new DOMParser().parseFromString(html, "text/html").querySelector("main p")?.textContent.trim();
  return said || "Server menolak isian ini.";
}
