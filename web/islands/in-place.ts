import { fillDrafts, keepDrafts } from './drafts.ts'

/**
 * For a page of which one part at a time is edited (`data-here`): its links and forms with `data-enhance="#content"` are
 * followed and posted in place. The part stays where it was on the screen, and the address says what is shown. On failure
 * the browser does it as without script.
 */
document.addEventListener('click', async (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  const content = link?.dataset['enhance']
  const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
  if (!link || !content || opensElsewhere || event.defaultPrevented) return

  event.preventDefault()
  try {
    const answer = await fetch(link.href)
    if (answer.redirected) return location.assign(answer.url)
    keepDrafts(link)
    replace(content, await answer.text(), link.hash.slice(1))
    turnTo(link.href, 'pushState')
  } catch {
    location.assign(link.href)
  }
})

document.addEventListener('submit', async (event) => {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !form.dataset['enhance'] || event.defaultPrevented) return

  const content = form.dataset['enhance']
  const here = form.closest('[data-here]')?.id ?? ''
  event.preventDefault()
  try {
    const body = new URLSearchParams()
    for (const [name, value] of new FormData(form, event.submitter))
      if (typeof value === 'string') body.append(name, value)
    // A button may send the form elsewhere.
    const action = event.submitter?.getAttribute('formaction') ?? form.action
    const answer = await fetch(action, { method: 'post', body })
    // Somebody who is not signed in any more gets the whole page for signing in, not a part of it.
    if (new URL(answer.url).pathname.startsWith('/sign-in')) return location.assign(answer.url)
    keepDrafts(form)
    replace(content, await answer.text(), here)
    if (answer.redirected) turnTo(`${answer.url}#${here}`, 'replaceState')
  } catch {
    delete form.dataset['enhance']
    form.requestSubmit(event.submitter)
  }
})

/** The address of what is shown, without the part after `#`: that is the browser's own matter. */
let shown = location.pathname + location.search

function turnTo(url: string, how: 'pushState' | 'replaceState'): void {
  history[how](null, '', url)
  shown = location.pathname + location.search
}

addEventListener('popstate', () => {
  if (location.pathname + location.search !== shown) location.reload()
})

/** The content as it is now. What is wrong gets the focus, else the part that was pressed. */
function replace(content: string, html: string, part: string): void {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const there = page.querySelector<HTMLElement>(content)
  if (!there) throw new Error(content)
  const before = topOf(part)
  document.querySelector(content)?.replaceWith(there)
  fillDrafts(there)
  document.title = page.title
  const after = topOf(part)
  if (before !== null && after !== null) scrollBy({ top: after - before, behavior: 'instant' })
  const wrong = there.querySelector<HTMLElement>('.summary')
  const focused = wrong ?? document.getElementById(part) ?? there
  focused.focus({ preventScroll: !wrong })
  // Below a long form that closed, what was said about it would stand above the screen.
  if (!wrong && focused.getBoundingClientRect().top < 0) focused.scrollIntoView()
}

function topOf(id: string): number | null {
  return document.getElementById(id)?.getBoundingClientRect().top ?? null
}
