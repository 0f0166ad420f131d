// Puts a button behind each sentence marked with data-copy. Without scripts the sentence can be selected as any text.
// The style sheet keeps the line's place until then, so that nothing moves.

for (const text of document.querySelectorAll("[data-copy]")) {
  const button = document.createElement("button");
  const said = document.createElement("span");
  button.type = "button";
  button.className = "copy";
  button.textContent = text.dataset.copy || "Copy the sentence";
  said.setAttribute("role", "status");
  said.className = "cite";
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text.textContent.trim().replace(/\s+/g, " "));
      said.textContent = "Copied.";
    } catch {
      getSelection().selectAllChildren(text);
      said.textContent = "Selected; copy it with your keyboard.";
    }
  });
  const line = document.createElement("p");
  line.className = "copy-line";
  line.append(button, " ", said);
  text.after(line);
}
