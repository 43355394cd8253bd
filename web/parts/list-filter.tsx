import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'

export type FilterField = {
  readonly name: string
  readonly label: string
  /** Empty: whatever it is. */
  readonly value: string
  readonly choices: readonly { readonly value: string; readonly label: string }[]
}

type Props = {
  readonly frame: PageFrame
  /** Address of the list. What is chosen stands in its query, so it can be kept and sent on. */
  readonly path: string
  readonly fields: readonly FilterField[]
  /** How the list is sorted; its first choice is the usual one. */
  readonly sort: FilterField
  /** What a term among the choices means. */
  readonly hint?: string
}

/** What a list shows, and in which order, folded away until somebody uses it. It works without script; an empty choice shows all. */
export function ListFilter({ frame, path, fields, sort, hint }: Props) {
  const words = wordsFor(frame).frame.list
  const isNarrowed = fields.some(({ value }) => value !== '') || sort.value !== sort.choices[0]?.value
  return (
    <details class="quietly" open={isNarrowed}>
      <summary>{words.label}</summary>
      <form action={path} class="filters" aria-label={words.label}>
        {fields.map((field) => (
          <Select field={{ ...field, choices: [{ value: '', label: words.all }, ...field.choices] }} />
        ))}
        <Select field={sort} />
        <button class="quiet" type="submit">
          {words.show}
        </button>
        {isNarrowed ? <a href={path}>{words.clear}</a> : null}
      </form>
      {hint ? <p class="hint">{hint}</p> : null}
    </details>
  )
}

function Select({ field: { name, label, value, choices } }: { readonly field: FilterField }) {
  return (
    <label>
      <span>{label}</span>
      <select name={name}>
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  )
}
