import type { Child } from 'hono/jsx'

import type { PageFrame } from '../../../parts/page-frame.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import type { CalendarAround } from './calendar-data.ts'
import { OpenedSession } from './opened.tsx'
import { StartingTime } from './starting.tsx'
import { addressOf, BESIDE, closed } from './view.ts'

type Props = { readonly data: CalendarAround; readonly children: Child }

/** The calendar, and beside it the session or the time that is open; the address says which. */
export function WithBeside({ data, children }: Props) {
  const { frame, view, beside } = data
  return (
    <div class="with-beside">
      <div id={BESIDE} class="no-print">
        {beside.kind === 'gone' ? (
          <Panel frame={frame} label={wordsFor(frame).calendar.opened.label} close={addressOf(closed(view))}>
            <p tabindex={-1} data-first>
              {wordsFor(frame).calendar.opened.gone}
            </p>
          </Panel>
        ) : null}
        {beside.kind === 'session' ? (
          <Panel frame={frame} label={wordsFor(frame).calendar.opened.label} close={addressOf(closed(view))}>
            <OpenedSession frame={frame} opened={beside} />
          </Panel>
        ) : null}
        {beside.kind === 'slot' ? (
          <Panel frame={frame} label={wordsFor(frame).calendar.start.label} close={addressOf(closed(view))}>
            <StartingTime frame={frame} starting={beside} />
          </Panel>
        ) : null}
      </div>
      <div class="calendar">{children}</div>
    </div>
  )
}

type PanelProps = {
  readonly frame: PageFrame
  readonly label: string
  readonly close: string
  readonly children: Child
}

function Panel({ frame, label, close, children }: PanelProps) {
  return (
    <section class="card" aria-label={label}>
      {children}
      <p>
        <a href={close} data-closes>
          {wordsFor(frame).calendar.opened.close}
        </a>
      </p>
    </section>
  )
}
