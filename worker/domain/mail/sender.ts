import { MAX_ADDRESS_CHARACTERS } from '../limits.ts'
import { formsOfAddress, normalAddress } from '../people/address.ts'
import { partOf, textIn } from './received.ts'

/**
 * Whose mail it is. Null: it names no author, or several. `domain` is null at a public mail
 * provider, where one person makes nobody else known.
 */
export type Sender = { readonly address: string; readonly domain: string | null }

/** Under which mails without a single author are folded. It is no address. */
export const UNNAMED = 'unnamed'

export function senderOf(reading: unknown): Sender | null {
  const from = textIn(reading, 'from')
  return from === null ? null : senderAt(normalAddress(from))
}

/**
 * Everybody who stands as its author, in both forms in which an address can have been stored. One of them who is known is
 * enough to show a mail.
 */
export function sendersOf(reading: unknown): readonly Sender[] {
  const from = textIn(reading, 'from')
  const authors = partOf(reading, 'authors')
  const all: readonly unknown[] = from !== null ? [from] : Array.isArray(authors) ? authors : []
  return all.flatMap((each) => (typeof each === 'string' ? formsOfAddress(each).map(senderAt) : []))
}

function senderAt(written: string): Sender {
  const address = written.slice(0, MAX_ADDRESS_CHARACTERS)
  const domain = address.slice(address.lastIndexOf('@') + 1)
  return { address, domain: domain === address || isPublicProvider(domain) ? null : domain }
}

/** Whether strangers to each other have their mailboxes there. */
export function isPublicProvider(domain: string): boolean {
  return FAMILIES.test(domain) || PROVIDERS.has(domain)
}

/** Names that have a domain in many countries: `yahoo.fr`, `yahoo.co.uk`, `outlook.com.br`. */
const FAMILIES =
  /^(?:gmail|googlemail|yahoo|ymail|rocketmail|hotmail|outlook|live|msn|windowslive|aol|gmx|yandex|protonmail|zoho(?:mail)?)\.(?:[a-z]{2}|com|net|org|eu|(?:co|com)\.[a-z]{2})$/

/** Large providers and telephone companies, by the languages our people write in and their neighbours. */
const PROVIDERS: ReadonlySet<string> = new Set(
  `icloud.com me.com mac.com proton.me pm.me tutanota.com tutanota.de tutamail.com tuta.io tuta.com fastmail.com
  fastmail.fm hey.com mail.com email.com inbox.com hushmail.com mailbox.org posteo.de posteo.net runbox.com ya.ru
  mail.ru inbox.ru list.ru bk.ru rambler.ru ukr.net qq.com foxmail.com 163.com 126.com yeah.net sina.com sohu.com
  aliyun.com naver.com hanmail.net daum.net kakao.com rediffmail.com docomo.ne.jp ezweb.ne.jp softbank.ne.jp
  orange.fr wanadoo.fr free.fr sfr.fr neuf.fr cegetel.net club-internet.fr laposte.net bbox.fr numericable.fr
  aliceadsl.fr voila.fr caramail.com web.de t-online.de freenet.de arcor.de 1und1.de vodafone.de email.de magenta.de
  bluewin.ch hispeed.ch sunrise.ch skynet.be telenet.be proximus.be scarlet.be voo.be pt.lu ziggo.nl kpnmail.nl
  xs4all.nl home.nl planet.nl chello.nl chello.at aon.at libero.it virgilio.it alice.it tin.it tim.it tiscali.it
  fastwebnet.it email.it telefonica.net terra.es sapo.pt wp.pl o2.pl onet.pl interia.pl seznam.cz centrum.cz
  abv.bg freemail.hu citromail.hu btinternet.com bt.com sky.com talktalk.net virginmedia.com blueyonder.co.uk
  ntlworld.com btopenworld.com plus.net eircom.net comcast.net verizon.net att.net sbcglobal.net bellsouth.net
  cox.net charter.net optonline.net earthlink.net juno.com netzero.net frontier.com windstream.net shaw.ca rogers.com
  sympatico.ca bell.net telus.net videotron.ca bigpond.com bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz
  uol.com.br bol.com.br terra.com.br ig.com.br globo.com telia.com online.no bluemail.ch duck.com
  privaterelay.appleid.com`.split(/\s+/),
)
