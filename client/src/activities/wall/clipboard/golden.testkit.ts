/** What programs put on the clipboard, as they do it: text beside HTML, shortened where it is only style. */
export interface Golden {
  readonly from: string
  readonly plain: string
  readonly html: string
  readonly rows: readonly (readonly string[])[]
}

const word = (body: string) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word">
<head><meta name=Generator content="Microsoft Word 15"><style><!-- p.MsoNormal {margin:0cm;} @list l0:level1 {mso-level-text:\uf0b7;} --></style></head>
<body lang=FR style='tab-interval:35.4pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`
const bullet = (text: string, place: string) =>
  `<p class=MsoListParagraphCxSp${place} style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-bidi-font-family:Symbol'><span style='mso-list:Ignore'>\u00b7<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>
`

export const GOLDEN: readonly Golden[] = [
  {
    from: 'Excel: two columns, a line break and quotes inside cells, an empty row',
    plain: 'Idée\tThème\r\n"Un jardin\npartagé"\tLieu\r\n\t\r\n"Dire ""oui"""\tLien\r\n',
    html: `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>br {mso-data-placement:same-cell;}</style></head>
<body><table border=0 cellpadding=0 cellspacing=0><!--StartFragment--><col width=64 span=2>
 <tr height=20><td height=20 class=xl65>Idée</td><td>Thème</td></tr>
 <tr height=40><td class=xl66 width=64>Un jardin<br>
    partagé</td><td>Lieu</td></tr>
 <tr height=20><td></td><td></td></tr>
 <tr height=20><td>Dire &quot;oui&quot;</td><td>Lien</td></tr>
<!--EndFragment--></table></body></html>`,
    rows: [
      ['Idée', 'Thème'],
      ['Un jardin\npartagé', 'Lieu'],
      ['Dire "oui"', 'Lien'],
    ],
  },
  {
    from: 'Excel: one cell with a line break',
    plain: '"Un jardin\npartagé"\r\n',
    html: '<table><tr><td>Un jardin<br>\n    partagé</td></tr></table>',
    rows: [['Un jardin\npartagé']],
  },
  {
    from: 'Word: bullets, a soft break within one',
    plain: '•\tUn jardin\v partagé\r\n•\tUne fête\r\n•\tDes vélos\r\n',
    html: word(
      bullet('Un jardin<br>\npartagé', 'First') +
        bullet('Une\nfête', 'Middle') +
        bullet('Des <b>vélos</b>', 'Last'),
    ),
    rows: [['Un jardin\npartagé'], ['Une fête'], ['Des vélos']],
  },
  {
    from: 'Word: numbers, and an empty paragraph',
    plain: '1.\tÉcouter\r\n2.\tDécider\r\n\r\n',
    html: word(`<p class=MsoListParagraphCxSpFirst style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Écouter</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l1 level1 lfo2'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Décider</p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>`),
    rows: [['Écouter'], ['Décider']],
  },
  {
    from: 'Word: a table',
    plain: 'Jardin\tLieu\r\nFête\tLien\r\n',
    html: word(`<table class=MsoTableGrid border=1><tr><td width=302 valign=top><p class=MsoNormal>Jardin<o:p></o:p></p></td><td><p class=MsoNormal>Lieu</p></td></tr>
<tr><td><p class=MsoNormal>Fête</p></td><td><p class=MsoNormal>Lien</p></td></tr></table>`),
    rows: [
      ['Jardin', 'Lieu'],
      ['Fête', 'Lien'],
    ],
  },
  {
    from: 'PowerPoint: paragraphs with a soft break, as text only',
    plain: 'Un jardin\vpartagé\rUne fête\r',
    html: '',
    rows: [['Un jardin\npartagé'], ['Une fête']],
  },
  {
    from: 'PowerPoint: bullets',
    plain: '• Un jardin\r\n• Une fête\r\n',
    html: `<html><body><!--StartFragment--><div style='mso-line-spacing:"90 0 0"' class=O><span style='mso-special-format:bullet'>•</span><span>Un jardin</span></div></body></html>`,
    rows: [['Un jardin'], ['Une fête']],
  },
  {
    from: 'LibreOffice Calc: two columns, a line break and a quote inside a cell',
    plain: '"Un jardin\npartagé"\tLieu\n"Dire ""oui"""\tLien',
    html: `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2"/><style type="text/css">body,div,table{font-family:"Liberation Sans"}</style></head><body>
<table cellspacing="0" border="0"><colgroup span="2" width="85"></colgroup><tr><td height="33" align="left">Un jardin<br>partagé</td><td align="left">Lieu</td></tr><tr><td>Dire &quot;oui&quot;</td><td>Lien</td></tr></table></body></html>`,
    rows: [
      ['Un jardin\npartagé', 'Lieu'],
      ['Dire "oui"', 'Lien'],
    ],
  },
  {
    from: 'LibreOffice Writer: a list, a soft break, lines of the source that are none',
    plain: '• Un jardin\npartagé\n• Une fête au printemps',
    html: `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2 (Linux)"/></head><body lang="fr-FR">
<ul><li><p style="line-height: 100%; margin-bottom: 0cm">Un jardin<br/>
partagé</p></li>
	<li><p style="line-height: 100%">Une fête
au printemps</p></li></ul></body></html>`,
    rows: [['Un jardin\npartagé'], ['Une fête au printemps']],
  },
  {
    from: 'Google Docs: a paragraph, then a list with a list in it',
    plain: 'Nos idées\n\nUn jardin\nle puits\nUne fête',
    html: `<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-0123"><p dir="ltr" style="line-height:1.38"><span style="font-size:11pt">Nos idées</span></p><br /><ul style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Un jardin</span></p></li><ul><li dir="ltr" aria-level="2"><p dir="ltr"><span>le puits</span></p></li></ul><li dir="ltr"><p dir="ltr"><span>Une fête</span></p></li></ul></b><br class="Apple-interchange-newline">`,
    rows: [['Nos idées'], ['Un jardin'], ['le puits'], ['Une fête']],
  },
  {
    from: 'Google Docs: a soft break (Shift + Enter)',
    plain: 'Un jardin\u000bpartagé\nUne fête',
    html: `<meta charset='utf-8'><b id="docs-internal-guid-0124"><p dir="ltr"><span>Un jardin</span><span><br /></span><span>partagé</span></p><p dir="ltr"><span>Une fête</span></p></b>`,
    rows: [['Un jardin\npartagé'], ['Une fête']],
  },
  {
    from: 'Google Sheets: two columns, a line break inside a cell',
    plain: '"Un jardin\npartagé"\tLieu\nFête\tLien',
    html: `<meta charset='utf-8'><google-sheets-html-origin><style type="text/css"><!--td {border: 1px solid #cccccc;}--></style><table xmlns="http://www.w3.org/1999/xhtml" dir="ltr" border="1" data-sheets-root="1"><colgroup><col width="100"/><col width="100"/></colgroup><tbody><tr style="height:21px;"><td data-sheets-value="{}">Un jardin<br/>partagé</td><td>Lieu</td></tr><tr><td>Fête</td><td>Lien</td></tr></tbody></table></google-sheets-html-origin>`,
    rows: [
      ['Un jardin\npartagé', 'Lieu'],
      ['Fête', 'Lien'],
    ],
  },
  {
    from: 'Apple Notes: a title, a dashed list',
    plain: 'Nos idées\n\n- Un jardin\n- Une fête',
    html: `<meta charset="UTF-8"><div><b><span style="font-size: 24px">Nos idées</span></b><br></div><div><br></div><ul class="Apple-dash-list"><li>Un jardin</li><li>Une fête</li></ul>`,
    rows: [['Nos idées'], ['Un jardin'], ['Une fête']],
  },
  {
    from: 'Apple Notes: as text, with a line separator',
    plain: '◦\tUn jardin\u2028partagé\n◦\tUne fête',
    html: '',
    rows: [['Un jardin\npartagé'], ['Une fête']],
  },
  {
    from: 'a terminal or a text editor: lines',
    plain: 'un\n\n  deux \ntrois\n',
    html: '',
    rows: [['un'], ['deux'], ['trois']],
  },
  {
    from: 'a list typed by hand with dashes, and one with numbers',
    plain: '- 1) un\n- deux - trois',
    html: '',
    rows: [['1) un'], ['deux - trois']],
  },
  {
    from: 'a sentence with quotes over two lines: nothing is a mark, nothing is a cell',
    plain: '"Oui", dit-elle.\nC’était le 3. mars - un "mardi".',
    html: '<span>x</span>',
    rows: [['"Oui", dit-elle.'], ['C’était le 3. mars - un "mardi".']],
  },
  {
    from: 'a page whose HTML leaves out most of the words',
    plain: 'Un jardin partagé\nUne fête des voisins',
    html: '<p>Un</p><p>Une</p>',
    rows: [['Un jardin partagé'], ['Une fête des voisins']],
  },
]
