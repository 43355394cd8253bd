import type { Child } from 'hono/jsx'

import { ErrorSummary } from '../../../parts/error-summary.tsx'
import { NoticeLine } from '../../../parts/notice-line.tsx'
import { within } from '../../../parts/within.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { PersonData } from './person-data.ts'
import type { SaidAt, Section } from './person-sections.ts'

type Props = {
  readonly data: PersonData
  readonly id: Section
  readonly title: string
  /** In the place of what is read, while this section is edited. */
  readonly form: Child
  readonly read: Child
}

/** What holds, and the link that opens its form in place. What was done with it, and what was wrong, is said here. */
export function PersonSection({ data, id, title, form, read }: Props) {
  const { frame, editing } = data
  const words = wordsFor(frame)
  const isOpen = editing?.section === id
  return (
    <section id={id} class="part" data-here tabindex={-1}>
      <header class="part-head">
        <h2>{title}</h2>
        <EditLink data={data} id={id} about={title} />
      </header>
      <Said data={data} at={id} />
      {isOpen ? (
        <>
          <ErrorSummary title={words.frame.errors} errors={data.form.errors} />
          {form}
        </>
      ) : (
        read
      )}
    </section>
  )
}

type LinkProps = { readonly data: PersonData; readonly id: Section; readonly about: string }

function EditLink({ data: { frame, id: personId, editing }, id, about }: LinkProps) {
  const words = wordsFor(frame).person
  const isOpen = editing?.section === id
  return (
    <a
      href={
        isOpen
          ? within(frame, `${paths.person(personId)}#${id}`)
          : within(frame, paths.personEditing(personId, id))
      }
      data-enhance="#content"
    >
      {isOpen ? words.close : words.edit}
      <span class="unseen"> {about}</span>
    </a>
  )
}

/** The sentence of the last press, where it belongs. */
export function Said({ data: { frame, saidAt }, at }: { readonly data: PersonData; readonly at: SaidAt }) {
  return frame.notice && saidAt === at ? <NoticeLine notice={frame.notice} /> : null
}
