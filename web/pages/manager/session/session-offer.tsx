import { Icon } from '../../../parts/icons.tsx'
import { HeldUntil } from '../../../parts/last-hour.tsx'
import { PostButton } from '../../../parts/post.tsx'
import { When } from '../../../parts/when.tsx'
import { formatRange } from '../../../words/moments.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { OwnHour } from '../offer/own-hour.tsx'
import type { OfferLine, SessionData } from './session-data.ts'

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
        {wordsFor(frame).states.offer[offer.status]}.{' '}
        {isOpen ? (
          <HeldUntil times={standing} sentence={words.heldUntil} frame={frame} />
        ) : (
          words.asked(offer.asked)
        )}
      </p>
      <ul class="rows">
        {offer.options.map((option) => (
          <li class="row">
            <p class="row-what">
              <When time={option} frame={frame} other={executive.zone} />
            </p>
            {isOpen && option.stands ? <OwnHour time={option} times={standing} frame={frame} /> : null}
            {option.id === offer.picked ? (
              <p class="row-how">
                <Icon name="check" /> {words.picked}
              </p>
            ) : null}
            {isOpen ? <Pick data={data} option={option} /> : null}
          </li>
        ))}
      </ul>
      {isOpen ? <p class="hint">{words.pickHint}</p> : null}
    </section>
  )
}

type PickProps = Props & { readonly option: OfferLine['options'][number] }

/** Chosen for whoever is asked, as long as it can be. */
function Pick({ data: { frame, id }, option }: PickProps) {
  const words = wordsFor(frame).session
  if (!option.stands) return <p class="row-how soft">{words.dropped}</p>
  return (
    <div class="row-do">
      <PostButton
        action={paths.sessionAnswers(id)}
        hidden={{ optionId: option.id }}
        label={words.pick}
        about={formatRange(option, frame)}
      />
    </div>
  )
}
