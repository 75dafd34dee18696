"use strict";
const byId = (id) => document.getElementById(id);
const added = JSON.parse(sessionStorage.getItem("handsets") || '["+12025550123"]');
const settings = ["delayMillis", "loseReceipts", "duplicate"];

async function call(method, path, body) {
  const response = await fetch("api/" + path, {
    method,
    headers: body ? { "content-type": "application/json" } : {},
    body: body ? JSON.stringify(body) : undefined,
  });
  const json = await response.json();
  if (!response.ok) {
    throw new Error(json.errors ? json.errors[0].detail : "Failed with status " + response.status);
  }
  return json;
}

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function options(select, values) {
  const wanted = values.join();
  if (select.dataset.values === wanted) return;
  const chosen = select.value;
  select.dataset.values = wanted;
  select.replaceChildren(...values.map((value) => element("option", value)));
  if (values.includes(chosen)) select.value = chosen;
}

function line(message) {
  const item = element("li", message.text, message.direction);
  for (const url of message.mediaUrls) item.append(element("small", url));
  const peer = message.direction === "sent" ? "to " + message.to : "from " + message.from;
  item.append(element("small", peer + ", " + new Date(message.at).toLocaleTimeString()));
  return item;
}

function wireLine(entry) {
  const details = document.createElement("details");
  const arrow = entry.kind === "webhook" ? "← " : "→ ";
  const time = new Date(entry.at).toLocaleTimeString();
  const status = entry.status || "no answer";
  details.append(
    element("summary", time + " " + arrow + entry.what + " " + status + " " + entry.millis + " ms " + entry.note),
    element("pre", entry.body));
  const item = document.createElement("li");
  item.append(details);
  return item;
}

function show(list, rows, make) {
  const version = rows.length + (rows.length ? rows[rows.length - 1].at + rows[0].at : "");
  if (list.dataset.version === version) return;
  list.dataset.version = version;
  list.replaceChildren(...rows.map(make));
  list.scrollTop = list.scrollHeight;
}

async function refresh() {
  const [account, handsets, wire] =
    await Promise.all([call("GET", "account"), call("GET", "handsets"), call("GET", "wire")]);
  const numbers = new Set([...handsets.data.map((handset) => handset.number), ...added]);
  options(byId("handset"), [...numbers]);
  options(byId("to"), account.numbers.map((number) => number.phoneNumber));
  const handset = byId("handset").value;
  const messages = await call("GET", "handsets/" + encodeURIComponent(handset) + "/messages");
  byId("thread").dataset.version = byId("thread").dataset.handset === handset ? byId("thread").dataset.version : "";
  byId("thread").dataset.handset = handset;
  show(byId("thread"), messages.data, line);
  show(byId("wire"), wire.data.slice(-100), wireLine);
}

async function guarded(work) {
  try {
    await work();
    byId("problem").textContent = "";
  } catch (failure) {
    byId("problem").textContent = failure.message;
  }
}

async function send(text, mediaUrls) {
  const handset = encodeURIComponent(byId("handset").value);
  await call("POST", "handsets/" + handset + "/messages", { to: byId("to").value, text, mediaUrls });
  await refresh();
}

async function loadNetwork() {
  const network = await call("GET", "network");
  for (const name of settings) byId(name).value = network[name];
  byId("shuffle").checked = network.shuffle;
}

function on(id, event, work) {
  byId(id).addEventListener(event, (happened) => {
    happened.preventDefault();
    guarded(() => work(happened));
  });
}

on("compose", "submit", async () => {
  const media = byId("media").value;
  await send(byId("text").value, media ? [media] : []);
  byId("text").value = "";
  byId("media").value = "";
});
on("quick", "click", async (event) => {
  if (event.target.tagName === "BUTTON") await send(event.target.textContent, []);
});
on("add", "submit", async () => {
  added.push(byId("new-number").value);
  sessionStorage.setItem("handsets", JSON.stringify(added));
  await refresh();
  byId("handset").value = byId("new-number").value;
  byId("new-number").value = "";
  await refresh();
});
byId("handset").addEventListener("change", () => guarded(refresh));
on("network", "submit", async () => {
  const change = { shuffle: byId("shuffle").checked };
  for (const name of settings) change[name] = Number(byId(name).value);
  if (byId("nextSend").value) change.nextSends = [JSON.parse(byId("nextSend").value)];
  if (byId("nextWebhook").value) change.nextWebhooks = [byId("nextWebhook").value];
  await call("PUT", "network", change);
  byId("nextSend").value = "";
  byId("nextWebhook").value = "";
  await loadNetwork();
});

guarded(loadNetwork);
guarded(refresh);
setInterval(() => refresh().catch(() => {}), 1000);
