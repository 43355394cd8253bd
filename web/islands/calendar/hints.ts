import { bySide, countText, type Side } from './fold.ts'

type Scrolled = {
  /** What scrolls the hours. */
  readonly scroller: HTMLElement
  /** The sessions drawn now. */
  readonly sessions: () => readonly HTMLElement[]
  /** How much of the top the heads cover. */
  readonly covered: () => number
}

/** Beside the edge behind which sessions are out of sight: how many they are. A press leads to the nearest. */
export function hintsIn(host: HTMLElement, { scroller, sessions, covered }: Scrolled): () => void {
  const buttons = {
    above: buttonIn(host, 'above'),
    below: buttonIn(host, 'below'),
    aside: buttonIn(host, 'aside'),
  }
  const measured = () => {
    const { top, bottom, left, right } = scroller.getBoundingClientRect()
    const boxes = sessions().map((element) => ({ element, box: element.getBoundingClientRect() }))
    return bySide(boxes, { top: top + covered(), bottom, left, right })
  }
  const show = () => {
    const hidden = measured()
    for (const side of SIDES) {
      const count = hidden[side]?.length ?? 0
      const { [`${side}One`]: one, [`${side}Many`]: many } = host.dataset
      buttons[side].hidden = count === 0
      buttons[side].textContent = countText(count, one, many)
    }
  }
  for (const side of SIDES)
    buttons[side].addEventListener('click', () => {
      const there = measured()[side]?.map(({ element }) => element) ?? []
      // Sessions are in the order of the columns; the nearest is what the eye expects next.
      const nearest = side === 'above' ? there.toSorted(byTop).at(-1) : there.toSorted(byTop)[0]
      if (nearest) bringIn(scroller, nearest, covered())
      nearest?.focus({ preventScroll: true })
    })
  scroller.addEventListener('scroll', () => requestAnimationFrame(show), { passive: true })
  addEventListener('resize', () => requestAnimationFrame(show))
  return () => requestAnimationFrame(show)
}

const SIDES: readonly Side[] = ['above', 'below', 'aside']

/** Room above what is brought into sight. */
const MARGIN = 16

export function bringIn(scroller: HTMLElement, element: HTMLElement, covered: number): void {
  const [box, window] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()]
  const isAside = box.left < window.left || box.right > window.right
  scroller.scrollBy({
    top: box.top - window.top - covered - MARGIN,
    left: isAside ? box.left - window.left - window.width / 2 : 0,
  })
}

function byTop(one: HTMLElement, other: HTMLElement): number {
  return one.getBoundingClientRect().top - other.getBoundingClientRect().top
}

function buttonIn(host: HTMLElement, side: Side): HTMLButtonElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = `beyond is-${side}`
  button.hidden = true
  host.closest('.grid-frame')?.append(button)
  return button
}
