/** Prints who is left. The sheet is on the page only while the printer asks for it, and never in a file. */
import { ask, name, Trouble } from "/page/work.js";

const byId = (id) => document.getElementById(id);

async function print() {
  const answer = await ask(`/days/${byId("call-sheet").dataset.day}/call-sheet?by=${encodeURIComponent(name())}`);
  const sheet = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".call-sheet");
  document.body.append(sheet);
  window.addEventListener("afterprint", () => sheet.remove(), { once: true });
  window.print();
}

byId("call-sheet").addEventListener("click", async () => {
  const said = byId("call-sheet-said");
  said.textContent = "…";
  try {
    await print();
    said.textContent = "";
  } catch (why) {
    if (!(why instanceof Trouble)) {
      said.textContent = "没有连上服务 · the service did not answer";
      return;
    }
    byId("work").hidden = false;
    byId("work-open").hidden = false;
    byId("work-line").setAttribute("aria-expanded", "true");
    said.textContent = why.message;
  }
});
