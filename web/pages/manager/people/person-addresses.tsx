import { shownAddress } from '../../../../worker/domain/people/address.ts'
import { Hidden } from '../../../parts/fields.tsx'
import { AddressFields } from '../../../parts/person-fields.tsx'
import { within } from '../../../parts/within.ts'
import { wordsFor } from '../../../words/pages/words.ts'
import { paths } from '../../paths.ts'
import { Hold, Holds } from './holds.tsx'
import { OldAddress } from './old-address.tsx'
import type { PersonData } from './person-data.ts'
import { PersonSection } from './person-section.tsx'
import { PART } from './person-sections.ts'

type Props = { readonly data: PersonData }

/** Where he is written to, and which other addresses count as his. */
export function Addresses({ data }: Props) {
  return (
    <PersonSection
      data={data}
      id="addresses"
      title={wordsFor(data.frame).person.addresses}
      read={<Shown data={data} />}
      form={<Form data={data} />}
    />
  )
}

function Shown({ data: { frame, stored, isAddressStopped } }: Props) {
  const { person: words, people } = wordsFor(frame)
  return (
    <Holds isStacked>
      <Hold of={words.writtenTo} why={isAddressStopped ? words.stopped : null}>
        {shownAddress(stored.email)}
      </Hold>
      {stored.aliases.length > 0 ? (
        <Hold of={people.aliases}>{stored.aliases.map(shownAddress).join(', ')}</Hold>
      ) : null}
    </Holds>
  )
}

function Form({ data: { frame, form, stored, id, isAddressStopped } }: Props) {
  return (
    <form method="post" action={within(frame, paths.person(id))} class="stack" data-enhance="#content">
      <Hidden values={{ [PART]: 'addresses' }} />
      <AddressFields frame={frame} form={form} stored={stored} />
      <OldAddress frame={frame} form={form} address={stored.email} isStopped={isAddressStopped} />
      <p>
        <button class="primary" type="submit">
          {wordsFor(frame).frame.save}
        </button>
      </p>
    </form>
  )
}
