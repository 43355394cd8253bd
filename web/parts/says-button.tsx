type Says = { readonly key: string; readonly label: string }

type Props = {
  /** While nothing is chosen, and in a browser that cannot tell. */
  readonly otherwise: string
  /** What it says while the choice with this key is the chosen one: see `answers.css`. */
  readonly says: readonly Says[]
}

/** The one button of a form of choices. Its label is what it does now: the stylesheet shows the words of what is chosen. */
export function SaysButton({ otherwise, says }: Props) {
  return (
    <button class="primary says" type="submit">
      <span class="says-otherwise">{otherwise}</span>
      {says.map(({ key, label }) => (
        <span class={`says-${key}`}>{label}</span>
      ))}
    </button>
  )
}

/** Choices that a label of their own can name, one by one: as many as an offer usually has. */
const MOST_NAMED = 3

/** The class of the nth choice, and the key of its label. */
export function keyOfChoice(index: number): string {
  return index < MOST_NAMED ? String(index + 1) : 'time'
}
