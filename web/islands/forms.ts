/** Progressive enhancement: `data-enhance="#part"` posts a form in place and replaces that part; on failure it submits. */
document.addEventListener('submit', async (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.dataset['enhance'] || event.defaultPrevented) return

  const part = form.dataset['enhance']
  event.preventDefault()
  try {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form, event.submitter))
      if (typeof value === 'string') body.append(name, value)
    const { action, method } = form
    const answer = await (method === 'get' ? fetch(`${action}?${body}`) : fetch(action, { method, body }))
    // Somebody who is not signed in any more gets the whole page for signing in, not a part of it.
    if (new URL(answer.url).pathname.startsWith('/sign-in')) return location.assign(answer.url)
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const there = page.querySelector<HTMLElement>(part)
    if (!there) throw new Error(part)
    document.querySelector(part)?.replaceWith(there)
    // The next line of a list, where the form names one; else the page stays where the eye is.
    const [, next = ''] = body.get('back')?.split('#') ?? []
    const line = document.getElementById(next)
    ;(line ?? there).focus({ preventScroll: !line })
  } catch {
    delete form.dataset['enhance']
    form.requestSubmit(event.submitter)
  }
})
