import { MAX_ADDRESS_CHARACTERS, MAX_REPORT_LINK_LABEL_CHARACTERS } from '../../../worker/domain/limits.ts'
import { ErrorSummary } from '../../parts/error-summary.tsx'
import { Hidden, SelectField, TextField } from '../../parts/fields.tsx'
import { OutwardReason } from '../../parts/outward-reason.tsx'
import type { PageFrame } from '../../parts/page-frame.ts'
import { PostButton } from '../../parts/post.tsx'
import { formatDay } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'
import type { LinkLine, LinksOfReport } from './report-data.ts'

/** Where the links stand on the page. */
export const LINKS = 'links'

type LinksProps = { readonly frame: PageFrame; readonly links: LinksOfReport }

/** The links for people without an account, what became of each, and a form for another. */
export function ReportLinks({
  frame,
  links: { programmeId, lines, made, newId, usualEnd, form },
}: LinksProps) {
  const words = wordsFor(frame).report.links
  return (
    <section id={LINKS} class="stack no-print">
      <h2>{words.title}</h2>
      <p class="soft">{words.about}</p>
      {made ? (
        <div class="notice done" role="status">
          <p>{words.copy}</p>
          <p>
            <code>{made}</code>
          </p>
        </div>
      ) : null}
      {lines.length > 0 ? (
        <ul class="rows">
          {lines.map((line) => (
            <Line frame={frame} line={line} programmeId={programmeId} />
          ))}
        </ul>
      ) : null}
      <details class="disclosure" open={form.errors.length > 0}>
        <summary>{words.add}</summary>
        <form method="post" action={paths.reportLinks(programmeId)} class="stack">
          <ErrorSummary title={wordsFor(frame).frame.errors} errors={form.errors} />
          <Hidden values={{ id: newId }} />
          <TextField
            form={form}
            name="label"
            label={words.label}
            hint={words.labelHint}
            attributes={{ required: true, maxlength: MAX_REPORT_LINK_LABEL_CHARACTERS, autocomplete: 'off' }}
          />
          <OutwardReason frame={frame} form={form} />
          <TextField
            form={form}
            name="address"
            label={words.address}
            hint={words.addressHint}
            type="email"
            attributes={{ maxlength: MAX_ADDRESS_CHARACTERS, autocomplete: 'off' }}
          />
          <SelectField
            form={form}
            name="locale"
            label={words.locale}
            value={frame.locale}
            choices={(['en', 'fr'] as const).map((value) => ({ value, label: words.locales[value] }))}
          />
          <TextField
            form={form}
            name="endsOn"
            label={words.endsOn}
            type="date"
            value={usualEnd}
            attributes={{ required: true }}
          />
          <p>
            <button class="quiet" type="submit">
              {words.make}
            </button>
          </p>
        </form>
      </details>
    </section>
  )
}

type LineProps = Pick<LinksProps, 'frame'> & Pick<LinksOfReport, 'programmeId'> & { readonly line: LinkLine }

function Line({ frame, line, programmeId }: LineProps) {
  const words = wordsFor(frame).report.links
  const { id, label, address, isOpen, opened, lastOpenedAt } = line
  const day = (at: Parameters<typeof formatDay>[0]) => formatDay(at, frame)
  return (
    <li class={isOpen ? 'row' : 'row off'} id={id}>
      <p class="row-what">
        <span class="name">{label}</span>
        {address ? <span class="hint"> {address}</span> : null}
      </p>
      <p class="row-words soft">
        {words.made(line.makerName, day(line.madeAt))} {isOpen ? words.until(day(line.lastDay)) : ended(line)}{' '}
        {lastOpenedAt === null ? words.neverOpened : words.opened(opened, day(lastOpenedAt))}
      </p>
      {isOpen ? (
        <div class="row-do">
          <PostButton
            action={paths.reportLinkEnd(programmeId, id)}
            label={words.end}
            tone="link"
            about={label}
            enhance="#content"
          />
        </div>
      ) : null}
    </li>
  )

  function ended({ endedAt, lastDay }: LinkLine): string {
    return endedAt === null ? words.over(day(lastDay)) : words.ended(day(endedAt))
  }
}
