/* The button that hands on a page's address: to another program where the device can, else to the clipboard. */
{
  const button = document.getElementById("share");
  const url = document.querySelector("link[rel=canonical]")?.href ?? location.href;

  button.hidden = !(navigator.share || navigator.clipboard);
  button.onclick = async () => {
    if (navigator.share) {
      // Who closes the device's own list has done nothing wrong.
      await navigator.share({title: document.title, url}).catch(() => {});
    } else {
      await navigator.clipboard.writeText(url);
      button.textContent = button.dataset.copied;
    }
  };
}
