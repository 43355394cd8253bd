/** What stands beside the calendar, without loading the page anew: the grid stays where it was scrolled to. */
const BESIDE = 'beside'

type After = (closed: string | null) => void

/** What comes after each turn, told by the grid. */
let after: After = () => {}
let keeps: HTMLElement | null = null

/** Of two quick presses the last one counts, whichever is answered first. */
let asked = 0

/** Shows what the page at this address has beside its calendar; on failure the browser goes there. */
export async function openBeside(href: string, by: HTMLElement | null = null): Promise<void> {
  if (!by?.closest(`#${BESIDE}`)) opener = by
  const before = openedSession()
  const at = keeps ? keeps.scrollTop / keeps.scrollHeight : 0
  const turn = ++asked
  const there = await readBeside(href).catch(() => null)
  if (turn !== asked) return
  if (!there) return location.assign(href)

  history.pushState(null, '', href)
  shown = location.search
  replace(there)
  // The grid is wider or narrower now, and its hours higher or lower.
  dispatchEvent(new Event('resize'))
  if (keeps) keeps.scrollTop = at * keeps.scrollHeight
  after(openedSession() === null ? before : null)
  for (const each of [opener, document.querySelector<HTMLElement>('.starting')])
    if (!hasFocus()) each?.focus()
}

/** What is open was changed meanwhile: it is read again, and nothing is turned to. */
export async function refreshBeside(id: string): Promise<void> {
  if (openedSession() !== id) return
  const turn = ++asked
  const there = await readBeside(location.href).catch(() => null)
  if (there && turn === asked) document.getElementById(BESIDE)?.replaceWith(there)
}

/** What led to what is open: the focus goes back there. */
let opener: HTMLElement | null = null

function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body
}

async function readBeside(href: string): Promise<HTMLElement> {
  const answer = await fetch(href)
  if (!answer.ok || answer.redirected) throw new Error(String(answer.status))
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const there = page.getElementById(BESIDE)
  if (!there) throw new Error(BESIDE)
  return there
}

function replace(there: HTMLElement): void {
  document.getElementById(BESIDE)?.replaceWith(there)
  there.querySelector<HTMLElement>('[data-first]')?.focus()
}

/** The session that is open, by the address. */
export function openedSession(): string | null {
  return new URLSearchParams(location.search).get('session')
}

/** Without the part after `#`: that is the browser's own matter. */
let shown = location.search

/** Links that open or close something beside the calendar; everything else is followed as it is. */
export function turnBeside(then: After, scroller: HTMLElement): void {
  after = then
  keeps = scroller
  addEventListener('popstate', () => {
    if (location.search !== shown) location.reload()
  })
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const isBeside = link?.hash === `#${BESIDE}` || link?.dataset['closes'] !== undefined
    const opensElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
    if (!link || !isBeside || opensElsewhere || event.defaultPrevented) return

    event.preventDefault()
    void openBeside(link.href, link)
  })
}
