// A form that has been typed in keeps what was typed when somebody goes to another page of it by a link.
const kept = document.querySelector("form[data-keeps]");
const base = kept.dataset.keeps;
let touched = false;
kept.addEventListener("input", () => { touched = true; });

for (const link of document.querySelectorAll(`main a[href^="${base}"]`)) {
  link.addEventListener("click", (event) => {
    const to = new URL(link.href).pathname.slice(base.length + 1);
    if (!touched || to.includes("/") || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const go = document.createElement("input");
    go.type = "hidden";
    go.name = "do";
    go.value = `go-${to || "overview"}`;
    kept.append(go);
    kept.submit();
  });
}
