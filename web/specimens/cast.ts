/** Who and what is named in a specimen. The words of people are theirs: no language changes them. */
export type Cast = {
  readonly manager: string
  readonly mentor: string
  readonly otherMentor: string
  readonly executive: string
  readonly otherExecutive: string
  readonly assistant: string
  readonly programme: string
  readonly unit: string
  readonly room: string
  readonly agreed: string
  readonly question: string
}

const northwind: Cast = {
  manager: 'Nadia Haddad',
  mentor: 'Tom Leroy',
  otherMentor: 'Priya Raman',
  executive: 'Claude Bernard',
  otherExecutive: 'Ingrid Solberg',
  assistant: 'Odile Marchand',
  programme: 'Northwind leadership',
  unit: 'Finance',
  room: '4.12',
  agreed: 'Answer one question in the open thread on travel',
  question: 'Who reads what I would write there?',
}

const LONG = 'Maria-Magdalena Freifrau Rindfleischetikettierungsüberwachungsaufgabenübertragung-Hohenheim'

/** The same people with names that a layout does not expect. */
export const CASTS = {
  usual: northwind,
  long: {
    manager: LONG,
    mentor: LONG,
    otherMentor: 'Ann',
    executive: LONG,
    otherExecutive: 'Bo',
    assistant: LONG,
    programme: 'Führungskräfteentwicklungsprogrammkoordinierungsstelle der Nordwindwerke Mitteldeutschland',
    unit: 'Rechnungslegungsgrundsatzabteilung',
    room: 'Sitzungssaal der Rechnungslegungsgrundsatzabteilung, Gebäude 4, Aufgang C',
    agreed:
      'Eine Frage aus der Rechnungslegungsgrundsatzabteilung einmal dort beantworten, wo alle sie wiederfinden',
    question: 'Wer liest das alles, wenn ich es in die Rechnungslegungsgrundsatzabteilungsrunde schreibe?',
  },
  arabic: {
    manager: 'نادية حدّاد',
    mentor: 'عبد الرحمن الخطيب',
    otherMentor: 'ليلى منصور',
    executive: 'خالد بن سعيد آل مكتوم',
    otherExecutive: 'مريم العلي',
    assistant: 'هدى الزين',
    programme: 'برنامج ريح الشمال',
    unit: 'المالية',
    room: 'قاعة ٤',
    agreed: 'الإجابة عن سؤال واحد علناً',
    question: 'من سيقرأ ما أكتبه هناك؟',
  },
  chinese: {
    manager: '王晓明',
    mentor: '欧阳娜娜',
    otherMentor: '李强',
    executive: '司马相如',
    otherExecutive: '陈美丽',
    assistant: '周杰',
    programme: '北风领导力计划',
    unit: '财务部',
    room: '四楼会议室',
    agreed: '在公开讨论里回答一个问题',
    question: '谁会看到我写的内容？',
  },
  thai: {
    manager: 'นาเดีย หะยีเจ๊ะและ',
    mentor: 'สมชาย ณ อยุธยา',
    otherMentor: 'พรทิพย์ ศรีสุวรรณ',
    executive: 'กุลธิดา เทพหัสดิน ณ อยุธยา',
    otherExecutive: 'วิชัย ทองดี',
    assistant: 'อรุณี ใจดี',
    programme: 'โครงการผู้นำลมเหนือ',
    unit: 'การเงิน',
    room: 'ห้องประชุม ๔',
    agreed: 'ตอบคำถามหนึ่งข้อในที่ที่ทุกคนหาเจอ',
    question: 'ใครจะอ่านสิ่งที่ฉันเขียน',
  },
  hindi: {
    manager: 'नादिया हद्दाद',
    mentor: 'श्रीकृष्ण चतुर्वेदी',
    otherMentor: 'प्रिया रमन',
    executive: 'लक्ष्मीनारायण त्रिपाठी',
    otherExecutive: 'ईश्वर्या शर्मा',
    assistant: 'उर्मिला ठाकुर',
    programme: 'नॉर्थविंड नेतृत्व',
    unit: 'वित्त',
    room: 'कक्ष ४',
    agreed: 'एक प्रश्न का उत्तर वहाँ देना जहाँ सब उसे पा सकें',
    question: 'वहाँ मेरा लिखा कौन पढ़ेगा?',
  },
} as const satisfies Readonly<Record<string, Cast>>

export type CastName = keyof typeof CASTS
