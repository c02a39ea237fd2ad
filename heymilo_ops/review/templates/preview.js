// Reloads the page when a file was edited, and says so when the preview has ended.
"use strict";
(async () => {
  const known = document.documentElement.dataset.number;
  for (;;) {
    try {
      const answer = await fetch(`/changes?after=${known}`, { cache: "no-store" });
      if (!answer.ok) break;
      if ((await answer.text()) !== known) {
        location.reload();
        return;
      }
    } catch {
      break;
    }
  }
  document.getElementById("ended").hidden = false;
})();
