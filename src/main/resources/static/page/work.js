/**
 * What waits for somebody at the desk: what people said, for an ear; pauses and lonely weeks that are over, for somebody
 * who knows how it goes on. The page itself may only look; whoever does something says who they are and shows the token.
 */
import { button, english, make, timer } from "/page/parts.js";
import { reasons } from "/page/words.js";

const byId = (id) => document.getElementById(id);

/** By what they say, so that whoever is listening or typing is not disturbed by what else comes in. */
let rows = new Map();

/** Kept for as long as this window is open. */
for (const id of ["work-name", "work-token"]) {
  byId(id).value = sessionStorage.getItem(id) ?? "";
  byId(id).addEventListener("input", () => sessionStorage.setItem(id, byId(id).value));
}

byId("work-who").addEventListener("submit", (event) => event.preventDefault());

byId("work-line").addEventListener("click", () => {
  const open = byId("work-open").hidden;
  byId("work-open").hidden = !open;
  byId("work-line").setAttribute("aria-expanded", String(open));
});

export const name = () => byId("work-name").value.trim();

export class Trouble extends Error {}

export async function ask(path, method = "GET", body = undefined) {
  if (!name() || !byId("work-token").value.trim()) {
    (name() ? byId("work-token") : byId("work-name")).focus();
    throw new Trouble("请先在上面写姓名和令牌 · say your name and the token first");
  }
  const answer = await fetch(`/api/v1${path}`, {
    method,
    cache: "no-store",
    headers: {
      Authorization: `Bearer ${byId("work-token").value.trim()}`,
      ...(body ? { "Content-Type": "application/json" } : {}),
    },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => null);
    const why = problem?.errors?.[0] ?? { zh: problem?.zh?.happened, en: problem?.en?.happened };
    throw new Trouble(`${why.zh ?? "没有办成"} · ${why.en ?? answer.status}`);
  }
  return answer;
}

/** Runs what a button means and says beside it what came of it. */
function doing(row, work) {
  return async () => {
    const said = row.querySelector(".said");
    said.textContent = "…";
    try {
      said.textContent = (await work()) ?? "办好了 · done";
    } catch (why) {
      said.textContent = why instanceof Trouble ? why.message : "没有连上服务 · the service did not answer";
    }
  };
}

function replyRow(item) {
  const row = make("li");
  const tell = (well) => doing(row, () => ask(`/spoken-replies/${item.id}`, "POST", { by: name(), well }).then(() => null));
  const verdicts = [button("是本人，平安", "well", tell(true)), button("不平安或听不清", "not well", tell(false))];
  for (const verdict of verdicts) {
    verdict.disabled = true;
  }
  const listen = button("听", "listen", doing(row, async () => {
    const sound = await ask(`/spoken-replies/${item.id}/sound?by=${encodeURIComponent(name())}`);
    const player = make("audio");
    player.controls = true;
    player.src = URL.createObjectURL(await sound.blob());
    row.querySelector("audio")?.remove();
    row.append(player);
    player.play().catch(() => {});
    for (const verdict of verdicts) {
      verdict.disabled = false;
    }
    return "";
  }));
  const length = Math.max(1, Math.round(item.lengthMs / 1000));
  const words = item.verdict
    ? `问候时说了 ${length} 秒，没按键；问候已有结果`
    : `问候时说了 ${length} 秒，没按键；听过才知道是否平安`;
  row.append(...head(item, words, "spoke, pressed no key"), listen, ...verdicts, make("span", "said"));
  return row;
}

function untilRow(item, words, inEnglish, prolong, others) {
  const row = make("li");
  const day = make("input");
  day.type = "date";
  day.ariaLabel = "到哪一天";
  const later = button("延到", "until", doing(row, async () => {
    if (!day.value) {
      day.focus();
      throw new Trouble("请选日子 · choose the day");
    }
    await prolong(day.value);
  }));
  row.append(...head(item, words, inEnglish), ...others(row), later, day, make("span", "said"));
  return row;
}

function pauseRow(item, today) {
  const reason = reasons[item.reason] ?? item.reason;
  if (!item.rung) {
    return untilRow(item, `${reason}，暂停今天到期，明天恢复问候`, "pause ends today",
      (day) => ask(`/pauses/${item.id}/move`, "POST", { backOn: day, by: name() }), () => []);
  }
  const know = () => ask(`/pauses/${item.id}/acknowledge`, "POST", { by: name() });
  return untilRow(item, `${reason}，暂停已到期（${item.day}），已恢复问候`, "pause is over, rung again",
    async (day) => {
      await ask("/pauses", "POST",
        { personId: item.personId, beginsOn: today, backOn: day, reason: item.reason, by: name() });
      await know();
    },
    (row) => [button("知道了", "I know", doing(row, () => know().then(() => null)))]);
}

function aloneRow(item) {
  const words = item.rung
    ? `临时独居到 ${item.day} 为止，因别的类别照常问候`
    : `临时独居到 ${item.day} 为止，现在不再问候`;
  return untilRow(item, words, item.rung ? "no longer alone, still rung" : "no longer alone, not rung any more",
    (day) => ask(`/people/${item.personId}`, "PATCH",
      { why: { by: name(), reason: "临时独居延长" }, version: item.version, person: { aloneUntil: day } }),
    (row) => item.rung ? [] : [button("家人已回来", "family is back", doing(row, () =>
      ask(`/people/${item.personId}/leave`, "POST", { by: name(), reason: "临时独居结束" }).then(() => null)))]);
}

function head(item, words, inEnglish) {
  return [
    make("span", "kind", item.name ?? `第 ${item.personId} 号`),
    make("span", "grows", `${words} `, english(inEnglish)),
    Date.parse(item.since) < Date.now() ? timer(item.since) : null,
  ].filter((part) => part !== null);
}

function line(work) {
  const parts = [
    [work.replies, "待听录音", "to be heard", "REPLY"],
    [work.pauses, "暂停到期", "pauses ending", "PAUSE"],
    [work.alone, "临时独居到期", "no longer alone", "ALONE"],
  ].filter(([count]) => count > 0);
  return parts.map(([count, words, inEnglish, kind]) => {
    const oldest = work.items.find((item) => item.kind === kind);
    const waits = oldest && Date.parse(oldest.since) < Date.now() ? timer(oldest.since) : null;
    return make("span", oldest?.late ? "part late" : "part",
      `${words} ${count} `, english(inEnglish), waits ? " 最久 " : null, waits);
  });
}

function rowOf(item, today) {
  const { late, ...said } = item;
  const key = JSON.stringify([said, today]);
  const makers = { REPLY: replyRow, PAUSE: pauseRow, ALONE: aloneRow };
  const row = rows.get(key) ?? makers[item.kind](item, today);
  row.classList.toggle("late", late);
  return [key, row];
}

/** What is there already stays where it is: a player that is moved falls silent. */
function showRows(list, wanted) {
  for (const row of [...list.children].filter((child) => !wanted.includes(child))) {
    row.remove();
  }
  for (const [place, row] of wanted.entries()) {
    if (list.children[place] !== row) {
      list.insertBefore(row, list.children[place] ?? null);
    }
  }
}

export function showWork(work, zone) {
  const all = work.replies + work.pauses + work.alone;
  // also the place for name and token, as long as somebody has it open
  byId("work").hidden = all === 0 && byId("work-open").hidden;
  byId("work-line").replaceChildren(make("span", "part", `要办 ${all} `, english("to do")), ...line(work));
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: zone }).format();
  rows = new Map(work.items.map((item) => rowOf(item, today)));
  const more = all - work.items.length;
  showRows(byId("work-list"), [
    ...rows.values(),
    ...(more > 0 ? [make("li", "none", `还有 ${more} 件，这里放不下 `, english(`${more} more`))] : []),
  ]);
}
