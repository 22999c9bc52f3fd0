// Brings a player to life when its button is pressed; until then nothing is asked of the video's host.
// The frame waits, inert, in a template of the same figure.
document.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest(".player-button") : null;
  const figure = button && button.closest("[data-player]");
  const template = figure && figure.querySelector("template");
  const poster = figure && figure.querySelector(".player-poster");
  const frame = template && template.content.querySelector("iframe");
  if (!frame || !poster) return;
  const live = document.importNode(frame, true);
  poster.replaceWith(live);
  live.focus();
});
