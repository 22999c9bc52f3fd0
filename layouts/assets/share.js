// Shows the buttons that copy an address, in browsers that can, and says when it is done.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const status = button.parentElement.querySelector("[role=status]");
    status.textContent = "";
    // Said anew each time: a text that does not change is not read aloud.
    setTimeout(() => (status.textContent = button.dataset.copied), 50);
  });
}
