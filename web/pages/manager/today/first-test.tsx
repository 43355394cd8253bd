import { Hidden } from '../../../parts/fields.tsx'
import { formatMoment } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { BACK, type StepProps } from './first-step.tsx'

/** An entry for her own calendar: when it went, what her calendar answered, and the way to send it again or take it away. */
export function TestInvite({ frame, data: { test } }: Omit<StepProps, 'tone'>) {
  const { test: words } = wordsFor(frame).firstSteps
  const { email, invite } = test
  const press = (act: 'send' | 'take-away', label: string) => (
    <form method="post" action={paths.testInvite} class="post">
      <Hidden values={{ back: BACK, act }} />
      <button type="submit" class="quiet">
        {label}
      </button>
    </form>
  )
  if (invite === null)
    return (
      <>
        <p class="soft">{words.about(email)}</p>
        <div class="actions">{press('send', words.send)}</div>
      </>
    )
  const { sentAt, partstat, answeredAt, cancelledAt } = invite
  const said = [
    words.sent(formatMoment(sentAt, frame)),
    ...(partstat !== null && answeredAt !== null
      ? [words.answered[partstat](formatMoment(answeredAt, frame))]
      : cancelledAt === null
        ? [words.waiting(email)]
        : []),
    ...(cancelledAt === null ? [] : [words.away(formatMoment(cancelledAt, frame))]),
  ]
  return (
    <>
      <p>{said.join(' ')}</p>
      <div class="actions">
        {press('send', words.again)}
        {cancelledAt === null ? press('take-away', words.takeAway) : null}
      </div>
    </>
  )
}
