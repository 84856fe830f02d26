/* Shows only the fields that the chosen operation looks at. Without JavaScript all of them are there. */
(function () {
  "use strict";
  const form = document.querySelector("[data-translation-order]");
  const described = document.getElementById("translation-order-fields");
  if (!form || !described) return;
  const kinds = JSON.parse(described.textContent);

  function adapt() {
    const chosen = form.querySelector('input[name="kind"]:checked');
    if (!chosen) return;
    form.querySelectorAll("[data-field]").forEach(function (part) {
      const wanted = kinds[part.dataset.field];
      part.hidden = wanted !== undefined && !wanted.split(" ").includes(chosen.value);
      if (part.dataset.field === "locales") part.hidden = chosen.value === form.dataset.withoutLocales;
    });
  }

  form.addEventListener("change", adapt);
  adapt();
})();
