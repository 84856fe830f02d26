/* A checkbox in the matrix's head chooses all works on the page; also after the list was loaded anew. */
(() => {
  const show = () => {
    for (const box of document.querySelectorAll("[data-translation-choose-all][hidden]")) {
      box.hidden = false;
    }
  };
  show();
  new MutationObserver(show).observe(document.body, { childList: true, subtree: true });
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.matches("[data-translation-choose-all]")) {
      for (const box of event.target.form.querySelectorAll("input[name=work]")) {
        box.checked = event.target.checked;
      }
    }
  });
})();
