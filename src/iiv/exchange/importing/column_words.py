"""What the columns of a table are called, in many languages, by the key that they are.

Those of Outlook, Google, LinkedIn and Thunderbird are as these programs write them in each language.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from iiv.journal.parse.wordings import wording_key

if TYPE_CHECKING:
    from collections.abc import Mapping

_WORDS: Final[Mapping[str, str]] = {
    "name": """name|full name|name of person|name of the person|their name|fullname
        |display name|contact|contact name|person|who|whom
        |name and surname|file as|vollständiger name|anzeigename|voller name|kontakt|wer
        |nom complet|nom et prénom|nom à afficher|nom d'affichage
        |qui|nombre completo|nombre y apellidos|nombre para mostrar|nome completo|nome visualizzato
        |nome de exibição|nome a apresentar|naam|volledige naam|weergavenaam|navn|fulde navn|namn
        |visningsnamn|nimi|koko nimi|imię i nazwisko|nazwa wyświetlana|jméno a příjmení|teljes név|név
        |ad soyad|isim|имя и фамилия|фио|полное имя|отображаемое имя|имя для отображения|ονοματεπώνυμο|氏名
        |名前|表示名|姓名|显示名称|顯示名稱|이름|표시이름|성명|שם מלא|שם|الاسم الكامل|الاسم""",
    "partner": """interviewee|interviewee name|name of interviewee|name of the interviewee|spoke to
        |spoke with|talked to|talked with|gesprächspartner|gesprächspartnerin
        |interviewpartner|interviewpartnerin|interviewé|interviewée|personne interviewée|entrevistado
        |entrevistada|intervistato|intervistata|geïnterviewde""",
    "given": """first name|first|given name|forename|vorname|prénom|nombre|nome|primeiro nome|nome próprio
        |voornaam|fornavn|förnamn|etunimi|imię|jméno|křestní jméno|keresztnév|utónév|prenume|adı|ad|имя
        |ім'я|όνομα|名|名字|שם פרטי|الاسم الأول""",
    "middle": """middle name|additional name|weitere vornamen|zweiter vorname|deuxième prénom
        |segundo nombre|secondo nome|segundo nome|nome do meio|middelste naam|tweede voornaam|mellemnavn
        |mellomnavn|mellannamn|toinen nimi|drugie imię|отчество|ミドルネーム""",
    "family": """last name|last|family name|surname|nachname|familienname|nom|nom de famille|apellido
        |apellidos|cognome|sobrenome|apelido|apelidos|último nome|achternaam|efternavn|etternavn|efternamn
        |sukunimi|nazwisko|příjmení|vezetéknév|nume|nume de familie|soyadı|soyad|фамилия|прізвище|επώνυμο
        |επίθετο|姓|성|שם משפחה|اسم العائلة""",
    "suffix": "suffix|name suffix|generational suffix|suffixe|sufijo|suffisso|sufixo|achtervoegsel",
    "email": """e-mail|email|mail|e-mail address|email address|mail address|primary email
        |secondary email|e-mail value|work email|home email|personal email|e-mail-adresse|mailadresse
        |emailadresse|primäre e-mail-adresse|sekundäre e-mail-adresse|courriel|adresse courriel
        |adresse e-mail|adresse mail|adresse électronique|adresse de messagerie|adresse de courrier|correo
        |correo electrónico|dirección de correo electrónico|dirección de correo|indirizzo e-mail
        |indirizzo email|indirizzo posta elettronica|indirizzo di posta elettronica|posta elettronica
        |endereço de email|endereço de e-mail|endereço de correio eletrónico
        |endereço de correio electrónico|e-mailadres|emailadres|e-postadress|e-postadresse|e-post
        |sähköposti|sähköpostiosoite|adres e-mail|adres poczty e-mail|e-mailová adresa
        |adresa elektronické pošty|e-mail cím|e-mail-cím|adresă e-mail|e-posta|e-posta adresi
        |электронная почта|адрес электронной почты|адрес эл. почты|эл. почта|почта|електронна адреса
        |διεύθυνση ηλεκτρονικού ταχυδρομείου|διεύθυνση e-mail|電子メール アドレス|電子メールアドレス
        |電子メール|メールアドレス|メール|电子邮件地址|電子郵件地址|电子邮件|電子郵件|邮箱|전자 메일 주소
        |전자메일주소|이메일|이메일 주소|כתובת דואר אלקטרוני|דואר אלקטרוני|عنوان البريد الإلكتروني
        |البريد الإلكتروني""",
    "mobile": """mobile|mobile phone|mobile number|cell|cell phone|cellphone|mobiltelefon|mobilnummer
        |handy|mobil|mobil-tel.-nr.|tél. mobile|téléphone mobile|portable|móvil|teléfono móvil|celular
        |cellulare|telefono cellulare|telefone celular|telemóvel|mobiele telefoon|mobiel|mobiltlf.
        |mobiltelefonnummer|matkapuhelin|telefon komórkowy|mobilní telefon|cep telefonu|мобильный телефон
        |телефон переносной|κινητό τηλέφωνο|携帯電話|移动电话|行動電話|手机|휴대폰|휴대 전화|טלפון נייד
        |الهاتف المحمول""",
    "phone": """phone|phone number|telephone|telephone number|tel|primary phone|phone value
        |business phone|work phone|home phone|other phone|telefon|telefonnummer|telefon geschäftlich
        |telefon privat|telefon (geschäftlich)|telefon (privat)|tel. dienstlich|tel. privat|téléphone
        |téléphone (bureau)|téléphone (domicile)|tél. professionnel|tél. personnel|teléfono
        |teléfono del trabajo|teléfono particular|telefono|telefono ufficio|telefono abitazione|telefone
        |telefone comercial|telefone residencial|telefoon|telefoon op werk|telefoon thuis|puhelin
        |puhelinnumero|työpuhelin|kotipuhelin|telefon służbowy|telefon domowy|telefon do pracy|telefon domů
        |рабочий телефон|домашний телефон|телефон|τηλέφωνο|会社電話|自宅電話|電話番号|電話|商务电话
        |住宅电话|電話號碼|电话|근무처 전화|집 전화 번호|전화|טלפון|هاتف العمل|الهاتف""",
    "role": """role|job title|job|position|occupation|profession|organization title|headline
        |what they do|berufsbezeichnung|beruf|stelle|rolle|poste|fonction|intitulé du poste|métier|puesto
        |cargo|profesión|posizione|qualifica|professione|ruolo|profissão|função|functie|beroep|stilling
        |stillingsbetegnelse|befattning|yrke|tehtävä|tehtävänimike|ammatti|stanowisko|zawód
        |pracovní funkce|funkce|pozice|beosztás|funcție|iş unvanı|unvan|meslek|должность|профессия|посада
        |θέση|τίτλος εργασίας|役職|職種|职务|職稱|职位|직함|직책|תפקיד|المسمى الوظيفي|الوظيفة""",
    "title": "title|titel|titre|título|titolo|titul|anrede",
    "organization": """organization|organisation|company|associated company|company name|employer|firm
        |workplace|organization name|works at|where they work|firma|unternehmen|arbeitgeber|société|entreprise
        |employeur|organización|compañía|empresa|società|azienda|ditta|organização|companhia|bedrijf
        |organisatie|werkgever|firmanavn|virksomhed|selskap|företag|yritys|työnantaja|organizacja
        |společnost|cég|vállalat|companie|şirket|организация|компания|компанія|εταιρεία|会社名|会社|勤務先
        |公司|单位|單位|회사|회사명|חברה|الشركة|org|company/organization""",
    "field": """field|industry|sector|area|branch|domain|branche|bereich|fachgebiet|secteur|domaine
        |settore|toimiala|branża|отрасль|業界|行业""",
    "know": """know|how i know them|how i know you|how we met|how do i know them|known from|relation
        |relationship|woher|bekannt durch|comment je le connais""",
    "respect": "respect|why them|why|admire|what i respect|what i admire",
    "introduced_by": """introduced by|introducer|referred by|referral|recommended by|intro by|vorgestellt von
        |empfohlen von|présenté par|recommandé par""",
    "tags": "tags|labels|keywords|categories|schlagwörter|étiquettes|etiquetas|etichette",
    "profile": """url|linkedin|linkedin url|linkedin profile|profile|profile url|website|website value
        |web page|webpage|webseite|web page 1|web site|page web|página web|pagina web|webpagina|webbplats
        |веб-страница|ウェブページ|web ページ|网页|網頁""",
    "notes": """notes|note|comments|comment|remarks|notizen|notiz|bemerkungen|anmerkungen|kommentar
        |remarques|notas|observaciones|comentarios|opmerkingen|notities|noter|notater|anteckningar
        |muistiinpanot|notatki|uwagi|poznámky|jegyzetek|notlar|заметки|примечания|нотатки|σημειώσεις|メモ
        |備考|备注|備註|附注|메모|הערות|ملاحظات""",
    # Of a talk alone.
    "date": """date|day|when|date of talk|date of interview|interview date|talk date|met on
        |datum|wann|gesprächsdatum|quand|fecha|cuándo|data|dato|päivä|päivämäärä|tarih|дата|ημερομηνία
        |日付|日期|날짜|תאריך|التاريخ""",
    "stamp": """timestamp|start time|start date|submit date|submission date|submitted at|completion time
        |zeitstempel|startzeit|horodateur|marca temporal|data e ora|carimbo de data/hora|aikaleima
        |отметка времени|タイムスタンプ""",
    "helpfulness": """helpfulness|helpful|how helpful|usefulness|useful|rating|score|stars|hilfreich
        |wie hilfreich|bewertung|utilité|utile|útil""",
    "next_contact": """next contact|follow up|followup|follow up on|follow-up date|contact again|next|remind
        |reminder|check in|next check-in|wiedervorlage|nachfassen|nächster kontakt|relance|prochain contact
        |à relancer|seguimiento|próximo contacto""",
    "asked_about_me": """asked about me|asked me|did they ask about me|asked about you|interested in me
        |fragte nach mir|hat nach mir gefragt""",
    "channel": "channel|medium|format|via|how we talked|kanal|canal",
    "time": "time|time of day|uhrzeit|heure|hora|ora|tijd",
    "minutes": "minutes|duration|length|how long|mins|dauer|durée|duración",
    "interest": "interest|my interest|interest in the work|interesse|intérêt",
    "shift": "shift|takeaway|insight|what changed|what moved",
    "introductions": """introductions|introduced me to|intros|offered introductions|offered to introduce
        |stellt mich vor""",
    "help": "help|help offered|offered help|helped with",
    "said": "said|quote|quotable",
    "fits": "fits|what suits me|what would suit me|pros",
    "doubt": "doubt|doubts|what speaks against it|cons",
}

_NUMBER: Final = re.compile(r"\s*\d+\s*(?:-\s*)?(?=\D*$)")
# What a form asks of whoever fills it in: `Hi, what's your first name?`
_OF_YOU: Final = re.compile(r".*\b(?:your|Ihr|votre)\s+(?P<what>.*?)\s*\??\s*", re.IGNORECASE)
_OF_FORM: Final = frozenset({"name", "given", "family", "email", "mobile", "phone"})
_ASIDE: Final = re.compile(r"\s*[(\[][^()\[\]]*[)\]]\s*$")

KEYS: Final = {wording_key(word): key for key, words in _WORDS.items() for word in words.split("|")}
"""The key of each word, in the form in which wordings compare."""

PERSON: Final = frozenset(
    "email mobile phone role title organization field know respect introduced_by tags".split()
)
"""What a person's note may say."""

NAMES: Final = frozenset({"name", "given", "family"})
"""A table of people has one of these."""

TALK: Final = frozenset(
    """date time helpfulness next_contact asked_about_me channel minutes interest shift introductions help
    said fits doubt""".split()
)
"""What only the note of a talk may say."""


def key_of(title: str) -> str:
    """The key that a column's title says, "" for another; with a number too, as in `E-mail 2 - Value`."""
    for said in (title, _ASIDE.sub("", title), _NUMBER.sub(" ", title)):
        if key := KEYS.get(wording_key(said)):
            return key
    asked = _OF_YOU.fullmatch(title)
    key = KEYS.get(wording_key(asked["what"]), "") if asked else ""
    return key if key in _OF_FORM else ""


def known_words(text: str) -> int:
    """How many titles of columns a text has, in letters beyond ASCII: it tells code pages apart."""
    titles = re.split(r"[,;\t|\n\r\"]+", text)
    return sum(bool(key_of(title)) for title in titles if not title.isascii())
