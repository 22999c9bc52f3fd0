// Starts a player when its button is pressed; before that, nothing is requested from the video's host.
// The buttons are hidden in the HTML, since they would do nothing without this script.
for (const start of document.querySelectorAll(".player-start")) start.hidden = false;
// On each button: below a listener of the document, screen readers call every code block and table clickable.
for (const button of document.querySelectorAll(".player-button"))
  button.addEventListener("click", () => {
    const player = button.closest("[data-player]");
    const template = player && player.querySelector("template");
    const poster = player && player.querySelector(".player-poster");
    const frame = template && template.content.querySelector("iframe");
    if (!frame || !poster) return;
    const live = document.importNode(frame, true);
    poster.replaceWith(live);
    live.focus();
  });
