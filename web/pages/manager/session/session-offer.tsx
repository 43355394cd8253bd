import { MAX_REASON_CHARACTERS } from '../../../../worker/domain/limits.ts'
import { Icon } from '../../../parts/icons.tsx'
import { HeldUntil, LastHour } from '../../../parts/last-hour.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { When } from '../../../parts/when.tsx'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import type { ProposalLine, SessionData } from './session-data.ts'

type Props = { readonly data: SessionData }

export function SessionOffer({ data }: Props) {
  const { frame, offer, executive } = data
  if (!offer) return null

  const words = wordsFor(frame).session
  const standing = offer.options.filter(({ stands }) => stands)
  const isOpen = standing.length > 0 && data.status === 'offered'
  return (
    <section>
      <h2>{isOpen ? wordsFor(frame).steering.waiting(offer.asked) : words.offer}</h2>
      <p class="soft">
        {wordsFor(frame).states.offer[offer.status]}. {words.asked(offer.asked)}{' '}
        {isOpen ? <HeldUntil times={standing} sentence={words.heldUntil} frame={frame} /> : null}
      </p>
      <ul class="rows">
        {offer.options.map((option) => (
          <li class="row">
            <p class="row-what">
              <When time={option} frame={frame} other={executive.zone} />
              {isOpen ? <LastHour time={option} times={offer.options} frame={frame} /> : null}
            </p>
            {option.id === offer.picked ? (
              <p class="row-how">
                <Icon name="check" /> {words.picked}
              </p>
            ) : null}
            {isOpen && standing.includes(option) ? (
              <div class="row-do">
                <PostButton
                  action={paths.sessionAnswers(data.id)}
                  hidden={{ optionId: option.id }}
                  label={words.pick}
                />
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {isOpen ? <p class="hint">{words.pickHint}</p> : null}
    </section>
  )
}

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
              <When time={proposal.time} frame={frame} other={executive.zone} />{' '}
              <span class="soft">{words.proposedBy(proposal.by)}</span>
            </p>
            {proposal.refusal ? <p class="row-words">{proposal.refusal}</p> : null}
            {proposal.words ? (
              <blockquote class="mail">
                {proposal.words.split('\n').map((line) => (
                  <p>{line}</p>
                ))}
              </blockquote>
            ) : null}
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
  return (
    <div class="row-do actions">
      {accepts === 'at-once' ? (
        <PostButton action={paths.proposalAcceptance(id, proposal.id)} label={words.accept} tone="primary" />
      ) : null}
      {accepts === 'with-reason' ? (
        <form method="post" action={paths.proposalAcceptance(id, proposal.id)} class="stack">
          <label>
            {words.reason} <input name="reason" required maxlength={MAX_REASON_CHARACTERS} />
          </label>
          <button type="submit">{words.accept}</button>
        </form>
      ) : null}
      <PostButton action={paths.proposalRefusal(id, proposal.id)} label={refuse} />
    </div>
  )
}
