import type { SuggestedNow } from '../../worker/domain/mail/suggested-now.ts'
import { formatDay, formatRange } from '../words/moments.ts'
import { wordsFor } from '../words/pages/words.ts'
import type { PageFrame } from './page-frame.ts'
import { PostButton } from './post.tsx'

export type SuggestionShown = {
  readonly says: SuggestedNow
  /** A sentence; null where one press takes it. */
  readonly refusal: string | null
  /** Where it is posted to. */
  readonly action: string
}

/** “Suggests Thu 4 March 2027, 16:00–16:30 · both are free”, or why they are not. */
export function suggestionWords({ says, refusal }: SuggestionShown, frame: PageFrame): string {
  const words = wordsFor(frame).today
  const text = words.suggests[says.kind]
  const said = typeof text === 'string' ? text : text(whenOf(says, frame))
  const verdict = refusal ?? ('time' in says ? words.bothFree : null)
  return verdict === null ? said : `${said} · ${verdict}`
}

type TakeProps = {
  readonly suggestion: SuggestionShown
  readonly frame: PageFrame
  /** Whose line it is where the line itself says what is suggested: the button is short there. */
  readonly about?: string
  readonly enhance?: string
}

/** One press takes it, where nothing stands against it. */
export function TakeSuggestion({ suggestion, frame, about, enhance }: TakeProps) {
  const { says, refusal, action } = suggestion
  if (refusal !== null) return null
  const { take, takeShown } = wordsFor(frame).today
  const text = about === undefined ? take[says.kind] : takeShown[says.kind]
  const label = typeof text === 'string' ? text : text(whenOf(says, frame))
  return (
    <PostButton
      action={action}
      hidden={answerOf(says)}
      label={label}
      {...(about && { about: `${whenOf(says, frame)} ${about}`.trim() })}
      {...(enhance && { enhance })}
    />
  )
}

function whenOf(says: SuggestedNow, frame: PageFrame): string {
  if ('time' in says) return formatRange(says.time, frame)
  return says.kind === 'later' ? formatDay(says.notBefore, frame) : ''
}

/** What the page of the mail reads: the answer as it was shown, so that the press does what it says. */
function answerOf(says: SuggestedNow): Readonly<Record<string, string>> {
  switch (says.kind) {
    case 'time':
      return { answer: 'at', start: String(says.time.start) }
    case 'option':
      return { answer: says.optionId }
    case 'none':
      return { answer: 'none' }
    case 'later':
      return { answer: 'later', notBefore: String(says.notBefore) }
  }
}
