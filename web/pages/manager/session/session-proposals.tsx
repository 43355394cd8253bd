import { MAX_REASON_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { PostButton } from '../../../parts/post.tsx'
import { When } from '../../../parts/when.tsx'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { ProposalLine, SessionData } from './session-data.ts'

type Props = { readonly data: SessionData }

export function SessionProposals({ data }: Props) {
  const { frame, proposals, executive } = data
  if (proposals.length === 0) return null

  const words = wordsFor(frame).session
  return (
    <section>
      <h2>{words.proposals}</h2>
      <ul class="rows">
        {proposals.map((proposal) => (
          <li class="row">
            <p class="row-what">
              <When time={proposal.time} frame={frame} other={executive.zone} />
            </p>
            <div class="row-words">
              <p class="soft">{words.proposedBy(proposal.by)}</p>
              {proposal.refusal === null ? null : <p>{proposal.refusal}</p>}
              {proposal.words === null ? null : <blockquote class="mail">{proposal.words}</blockquote>}
            </div>
            <Decision data={data} proposal={proposal} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** A time that cannot be is put away: its author is told no, and nothing else happens. */
function Decision({ data: { frame, id }, proposal }: Props & { readonly proposal: ProposalLine }) {
  const words = wordsFor(frame).session
  const { accepts } = proposal
  const refuse = accepts === 'never' ? words.putAway : words.refuse
  const about = formatRange(proposal.time, frame)
  return (
    <div class={`${accepts === 'with-reason' ? 'row-words' : 'row-do'} actions`}>
      {accepts === 'at-once' ? (
        <PostButton
          action={paths.proposalAcceptance(id, proposal.id)}
          label={words.accept}
          tone="primary"
          about={about}
        />
      ) : null}
      {accepts === 'with-reason' ? (
        <form method="post" action={paths.proposalAcceptance(id, proposal.id)} class="stack">
          <label>
            {words.reason} <input name="reason" required maxlength={MAX_REASON_CHARACTERS} />
          </label>
          <button class="quiet" type="submit">
            {words.accept}
            <span class="unseen"> {about}</span>
          </button>
        </form>
      ) : null}
      <PostButton action={paths.proposalRefusal(id, proposal.id)} label={refuse} about={about} />
    </div>
  )
}
