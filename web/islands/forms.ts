/** Progressive enhancement: `data-enhance="#part"` posts a form in place and replaces that part; on failure it submits. */
document.addEventListener('submit', async (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.dataset['enhance'] || event.defaultPrevented) return

  const part = form.dataset['enhance']
  event.preventDefault()
  try {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value)
    const isGet = form.method === 'get'
    const answer = await fetch(
      isGet ? `${form.action}?${body}` : form.action,
      isGet ? {} : { method: 'post', body },
    )
    // Somebody who is not signed in any more gets the whole page for signing in, not a part of it.
    if (answer.redirected && new URL(answer.url).pathname.startsWith('/sign-in'))
      return location.assign(answer.url)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const [here, there] = [document.querySelector(part), page.querySelector(part)]
    if (!here || !there) throw new Error('no such part')
    here.replaceWith(there)
    // The page stays where the eye is.
    if (there instanceof HTMLElement) there.focus({ preventScroll: true })
  } catch {
    form.submit()
  }
})
