/** Only a browser knows which part of a page was asked for: the form that leads back there takes it along. */
document.addEventListener('submit', () => {
  const back = document.querySelector<HTMLInputElement>('[name=back]')
  if (back && !back.value.includes('#')) back.value += location.hash
})
