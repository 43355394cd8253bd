import { Empty } from '../../parts/empty.tsx'
import { Frame } from '../../parts/frame.tsx'
import { zoneLabel } from '../../words/moments.ts'
import { wordsFor } from '../../words/pages/words.ts'
import { paths } from '../paths.ts'
import type { DeskData, DeskExecutive } from './desk-data.ts'
import { DeskRow } from './desk-row.tsx'
import { SAYS_ABOUT, TimeRules } from './time-rules.tsx'

/** Everybody she answers for, one line for each date or question. */
export function DeskPage(data: DeskData) {
  const { frame, executives, form } = data
  const words = wordsFor(frame).desk
  const waiting = executives.flatMap(({ lines }) => lines).filter(isQuestion).length
  return (
    <Frame frame={frame} title={words.title} errors={form.errors}>
      <header class="heading">
        <h1>{words.title}</h1>
        <p>
          {words.about(zoneLabel(frame.zone, frame.locale, frame.now))} {words.waiting(waiting)}
        </p>
        {executives.length > 0 ? (
          <p class="soft" id={SAYS_ABOUT}>
            {words.saysAbout}
          </p>
        ) : null}
      </header>
      {executives.length === 0 ? <Empty title={words.emptyTitle} sentence={words.empty} /> : null}
      <div class="blocks desk">
        {executives.map((executive) => (
          <Executive data={data} executive={executive} />
        ))}
      </div>
    </Frame>
  )
}

function isQuestion(line: DeskExecutive['lines'][number]): boolean {
  return line.kind === 'offer' && !line.isAskedHimself && line.waits === null
}

type Props = { readonly data: DeskData; readonly executive: DeskExecutive }

function Executive({ data, executive }: Props) {
  const { frame, form, formOf } = data
  const words = wordsFor(frame).desk
  const own = formOf === executive.id ? form : null
  return (
    <section id={executive.id} aria-labelledby={`name-${executive.id}`}>
      <h2 id={`name-${executive.id}`}>{executive.name}</h2>
      {executive.lines.length === 0 ? (
        <p class="soft">{words.noDates}</p>
      ) : (
        <ul class="rows">
          {executive.lines.map((line) => (
            <DeskRow frame={frame} executive={executive} line={line} />
          ))}
        </ul>
      )}
      <TimeRules frame={frame} executive={executive} form={own} />
      <p class="say">
        <CalendarLink frame={frame} executive={executive} />
      </p>
    </section>
  )
}

function CalendarLink({
  frame,
  executive: { id, name, calendar },
}: Omit<Props, 'data'> & Pick<DeskData, 'frame'>) {
  const words = wordsFor(frame).desk
  return (
    <a href={paths.deskCalendar(id)} class={calendar === 'unknown' ? 'clash' : undefined}>
      {words.calendar[calendar ?? 'none']}
      <span class="unseen"> {words.whose(name)}</span>
    </a>
  )
}
