/* Looks again how far a job is, and shows the page anew when it is over. */
(function () {
  "use strict";
  const EVERY = 2000;
  const place = document.querySelector("[data-translation-progress]");
  if (!place || place.hasAttribute("data-over")) return;

  async function look() {
    try {
      const response = await fetch(place.dataset.translationProgress, { credentials: "same-origin" });
      if (response.ok && !response.redirected) {
        const html = await response.text();
        if (html !== place.innerHTML) place.innerHTML = html;
        if (place.querySelector('[data-state="over"]')) {
          window.location.reload();
          return;
        }
      }
    } catch (error) {
      /* The server may be away for a moment. */
    }
    window.setTimeout(look, EVERY);
  }

  window.setTimeout(look, EVERY);
})();
