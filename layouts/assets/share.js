// Shows the buttons that copy an address, in browsers that can, and confirms each copy.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) break;
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy);
    const status = button.parentElement.querySelector("[role=status]");
    status.textContent = "";
    // Cleared first: an unchanged text is not read aloud.
    setTimeout(() => (status.textContent = button.dataset.copied), 50);
  });
}
