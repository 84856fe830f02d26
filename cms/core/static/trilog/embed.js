// Shows content from elsewhere only after the reader has asked for it. Without this script the link beside it remains.
for (const embed of document.querySelectorAll("[data-embed]")) {
  const button = embed.querySelector("[data-embed-load]");
  const template = embed.querySelector("template");
  if (!button || !template) continue;
  button.hidden = false;
  button.addEventListener("click", () => {
    const content = document.createElement("div");
    content.className = "embed__content";
    content.tabIndex = -1;
    content.append(template.content.cloneNode(true));
    embed.replaceChildren(content);
    content.focus();
  });
}
