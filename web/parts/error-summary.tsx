import type { FieldError } from './form.ts'

/** On top of the page; each sentence links to its field. It takes the focus when the page opens. */
export function ErrorSummary({
  title,
  errors,
}: {
  readonly title: string
  readonly errors: readonly FieldError[]
}) {
  if (errors.length === 0) return null
  return (
    <section class="summary" role="alert" aria-labelledby="summary-title" tabindex={-1} autofocus>
      <h2 id="summary-title">{title}</h2>
      <ul>
        {errors.map(({ field, message, at = field }) => (
          <li>{at ? <a href={`#${at}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </section>
  )
}
