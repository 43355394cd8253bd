import { wordsFor } from '../../../words/pages/words.ts'
import type { PairingData } from './pairing-data.ts'

/** Two people of one reporting line: who reports to whom, and what can be done about it. */
export function InLine({ data: { frame, reports, open } }: { readonly data: PairingData }) {
  const words = wordsFor(frame).lives
  if (!reports) return null
  const { who, superior, steps } = reports
  return (
    <section class="card" id="reporting-line">
      <h2>{words.lineTitle}</h2>
      <p>{words.reports(who, superior, steps)}</p>
      <p class="soft">
        {words.lineAbout}
        {open?.isFixed ? ` ${words.dateStands}` : ''}
      </p>
    </section>
  )
}
