// Talking with the server from within the editor.
import { newKey } from "../components/new-key.js";

const PATIENCE = 20_000;

// A form as it is now, to be sent as often as it takes. A new row keeps the key it has.
export function parcel(form) {
  if (Number(form.elements.versi.value) > 0) form.elements.kunci.value = newKey();
  return { url: form.action, body: new FormData(form) };
}

// Gives { status, json, html }; status 0 when the server was not reached or could not answer.
export async function send(url, body) {
  try {
    const answer = await fetch(url, {
      method: body ? "POST" : "GET", body, headers: { "HX-Request": "true" }, signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.status >= 500 || answer.status === 429) return { status: 0 };
    if (answer.redirected) return { status: new URL(answer.url).pathname === "/masuk/" ? 401 : 410 };
    const json = answer.headers.get("Content-Type")?.startsWith("application/json");
    return json ? { status: answer.status, json: await answer.json() } : { status: answer.status, html: await answer.text() };
  } catch {
    return { status: 0 };
  }
}
