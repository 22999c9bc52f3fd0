// Tests what variables, conditions and loops of a Jekyll text become: what they showed, if the old blog's files tell.
import { describe, expect, it } from "vitest";
import { convertBody, type NewBody } from "../../../../src/importers/body/bodies.ts";
import { readJekyll } from "../../../../src/importers/jekyll/read.ts";
import { busy } from "../../../support/busy.ts";
import { folder } from "../old-blog.ts";

const FILES = {
  "_config.yml":
    "title: Le carnet\npromotion: 5\nouvert: no\nbaseurl: /blog\ncollections: [defis]\ndefis: 3\n",
  "_data/chiffres.yml": "- { nom: Candidatures, valeur: 412 }\n- { nom: Défis, valeur: 12, url: /defis/ }\n",
  "_data/promo/dates.json": '{ "debut": "4 septembre", "lieu": { "ville": "Lyon" } }',
  "_data/lieux.csv": 'nom,site\nLyon,https://l.example\n"Le ""Labo"", Nantes",\n',
  "_data/annees.yml": "2021: a\n2020: b\n",
  "_includes/carte.html":
    '<div class="{{ include.classe | default: "carte" }}">\n\n    {% if include.nom %}<b>{{ include.nom }}</b>{% else %}Sans nom{% endif %}\n</div>\n',
  "_includes/chiffres.html":
    "<ul>\n{% for c in site.data.chiffres %}\n    <li>{{ c.valeur }}</li>\n{% endfor %}\n</ul>\n",
  "_includes/note.md": "{% if include.grave %}**Attention** : {% endif %}{{ include.texte }}",
  "_includes/ligne.md": "{{ include.chiffre.nom }} : {{ include.chiffre.valeur }}",
  "_includes/encart.html":
    '<div class="encart">\n  {{ include.texte | markdownify }}\n</div>\n<p>{{ include.titre | markdownify }}</p>\n',
  "_includes/image.html":
    '<figure><img src="{{ "/images/" | append: include.file | relative_url }}" alt="{{ include.alt }}"></figure>\n',
  "_includes/figure.html":
    '<a href="{{ site.url }}"><img\n src="{{ site.baseurl }}/img/{{ page.slug }}/{{ include.filename }}"></a>\n',
  "_includes/photo.html":
    "{% if include.url %}<img src='{{ include.url }}'>{% else %}<img src='/x.png'>{% endif %}",
  "_includes/script.html": "{% if true %}<script>x()</script>{% endif %}",
  "_includes/boucle.html": "{% include boucle.html %}",
};

function converted(body: string, head = ""): NewBody {
  const post = `---\ntitle: Titre\netat: fini\nfaq: [{ q: Où ?, r: Ici }]\ndate: 2021-04-01\n${head}---\n${body}`;
  const site = readJekyll(folder({ ...FILES, "_posts/2021-04-01-a.md": post }));
  const [entry] = site.entries;
  if (entry === undefined) throw new Error("no post");
  return convertBody(entry, site, {
    address: (name) => (name === "2021-01-02-b" ? "/b/" : undefined),
    file: () => undefined,
    isBeside: () => false,
  });
}

describe("a picture that an include of the blog shows", () => {
  it.each([
    ["in its folder", '{% include image.html file="a.png" alt="Un" %}', "![Un](/images/a.png)"],
    ["in a folder of the post", '{% include figure.html filename="a.png" %}', "![](/img/a/a.png)"],
    ["as written, of several", '{% include photo.html url="/y.png" %}', "![](/y.png)"],
  ])("is found %s: %s", (_, written, meant) => {
    expect(converted(written).body).toBe(meant);
  });
});

describe("code of Jekyll in a text", () => {
  it.each([
    ["a variable", '{% assign x = "le 3 mai" %}\n\nAvant {{ x }}.', "\nAvant le 3 mai."],
    ["a value of a data file", "À {{ site.data.promo.dates.lieu.ville }}.", "À Lyon."],
    ["an item of a list", "{{ site.data.chiffres[0].valeur }}/{{ site.data.chiffres.size }}", "412/2"],
    ["a condition", "{% if site.promotion == 5 %}Oui{% else %}Non{% endif %}", "Oui"],
    ["a choice", '{% case page.etat %}{% when "fini" %}Fini{% else %}En cours{% endcase %}', "Fini"],
    [
      "a loop in a sentence",
      '{% assign l = "a, b" | split: ", " %}{% for m in l %}{{ m }}{% unless forloop.last %} et {% endunless %}{% endfor %}',
      "a et b",
    ],
    [
      "a loop over a data file",
      "Un\n\n{% for c in site.data.chiffres %}\n- {% if c.url %}[{{ c.nom }}]({{ c.url | relative_url }}){% else %}{{ c.nom }}{% endif %}\n{% endfor %}\n\nDeux",
      "Un\n\n- Candidatures\n\n- [Défis](/defis/)\n\nDeux",
    ],
    [
      "a loop over a table",
      "{% for l in site.data.lieux %}{{ l.nom }}{% if l.site %} ({{ l.site }}){% endif %}. {% endfor %}",
      'Lyon (https://l.example). Le "Labo", Nantes. ',
    ],
    [
      "a loop over the front matter",
      "{% for f in page.faq %}\n### {{ f.q }}\n\n{{ f.r }}\n{% endfor %}\n",
      "### Où ?\n\nIci\n",
    ],
    [
      "a total",
      "{% assign t = 0 %}\n{% for c in site.data.chiffres %}{% assign t = t | plus: c.valeur %}{% endfor %}\nTotal : {{ t }}",
      "Total : 424",
    ],
    [
      "HTML in a loop",
      "## Un\n\n<ul>\n  {% for c in site.data.chiffres %}\n    <li>{{ c.nom }}</li>\n  {% endfor %}\n</ul>",
      "## Un\n\n<ul>\n  <li>Candidatures</li>\n<li>Défis</li>\n</ul>",
    ],
    [
      "a link in a loop",
      "{% for i in (1..2) %}[b]({% post_url 2021-01-02-b %}) {% endfor %}",
      "[b](/b/) [b](/b/) ",
    ],
    [
      "an include with a condition",
      '{% include carte.html nom="A & B" %}',
      '<div class="carte">\n<b>A & B</b>\n</div>',
    ],
    ["an include without an argument", "{% include carte.html %}", '<div class="carte">\nSans nom\n</div>'],
    [
      "an include with a loop",
      "## Un\n\n{% include chiffres.html %}",
      "## Un\n\n<ul>\n<li>412</li>\n<li>12</li>\n</ul>",
    ],
    [
      "an include in a loop, with its variables",
      "{% for c in site.data.chiffres %}{% include note.md texte=c.nom grave=true %}. {% endfor %}",
      "**Attention** : Candidatures. **Attention** : Défis. ",
    ],
    [
      "an include of an item of a list",
      "{% for c in site.data.chiffres %}{% include ligne.md chiffre=c %} {% endfor %}",
      "Candidatures : 412 Défis : 12 ",
    ],
    [
      "a captured text in an argument",
      "{% capture t %}{{ site.title }} !{% endcapture %}{% include note.md texte=t %}",
      "Le carnet !",
    ],
    [
      "Markdown in an include",
      "{% capture t %}\nUn **mot**.\n\n- Deux\n{% endcapture %}{% include encart.html texte=t titre='Ici' %}",
      '<div class="encart">\n\n\nUn **mot**.\n\n- Deux\n\n\n</div>\n<p>Ici</p>',
    ],
    ["an include with a false argument", '{% include note.md texte="Ici" grave=false %}', "Ici"],
    [
      "a figure with a variable",
      '{% assign d = "/img/a.png" %}{% include figure.html src=d alt="A" %}',
      "![A](/img/a.png)",
    ],
  ])("becomes what it showed: %s", (_, written, meant) => {
    expect(converted(written)).toMatchObject({ body: meant, manual: [] });
  });

  it.each([
    ["posts", "{% for p in site.posts %}{{ p.title }}{% endfor %}"],
    ["what Jekyll fills in", "{% if page.next %}Suite{% endif %}"],
    ["an unknown setting", "{% if site.inconnu %}Oui{% else %}Non{% endif %}"],
    ["an unknown value of a page", "{% if page.inconnu %}Oui{% else %}Non{% endif %}"],
    ["a data file that is not there", "{% for x in site.data.autre %}x{% endfor %}"],
    ["a collection", "{{ site.defis | plus: 1 }}"],
    ["a word that Ruby reads as false", "{% if site.ouvert %}Oui{% else %}Non{% endif %}"],
    ["keys that Ruby keeps in another order", "{% for a in site.data.annees %}{{ a[1] }}{% endfor %}"],
    ["an environment", '{% if jekyll.environment == "production" %}Oui{% else %}Non{% endif %}'],
    ["a variable that nothing sets", "{% if x %}Oui{% else %}Non{% endif %}"],
    ["the day", '{{ "now" | date: "%Y" }}'],
    ["a division, which Ruby rounds", "{{ site.promotion | divided_by: 2 }}"],
    ["an unknown filter", "{{ site.promotion | inconnu }}"],
    ["an unknown tag", "{% for i in (1..2) %}{% inconnu %}{% endfor %}"],
    ["an include that is not there", "{% for i in (1..2) %}{% include autre.html %}{% endfor %}"],
    [
      "Markdown in a sentence of HTML",
      '{% if true %}{% include encart.html titre="Un *mot*" texte="" %}{% endif %}',
    ],
    ["a script", "{% include script.html %}"],
    ["a file", '{% include "/etc/passwd" %}'],
    ["itself", "{% include boucle.html %}"],
    ["a whole map", "{{ site.data.promo.dates }}"],
    ["JavaScript", '{{ range.constructor("return 1")() }}'],
    ["a prototype", "{{ page.faq.constructor.name | default: page.constructor }}"],
  ])("stays, and is reported, if it needs %s", (_, written) => {
    const { body, manual } = converted(written);
    expect(body).toBe(written);
    expect(manual.length).toBeGreaterThan(0);
  });

  it("that stays keeps the variables that it needs", () => {
    const written =
      '{% assign tag = "eig" %}\n{% for p in site.posts %}{% if p.tag == tag %}x{% endif %}{% endfor %}\n';
    expect(converted(`${written}{{ tag }}`).body).toBe(`${written}eig`);
  });

  it("is not followed past a value that is not known", () => {
    const set = "{% assign n = 1 %}";
    const maybe = "{% if site.posts.size > 3 %}{% assign n = 2 %}{% endif %}";
    expect(converted(`${set}${maybe}{{ n }}`).body).toBe(`${set}${maybe}{{ n }}`);
    expect(converted("{% assign n = 1 %}{% assign n = site.posts.size %}{{ n }}").body).toContain("{{ n }}");
  });

  it("is code in code", () => {
    const code = "{% raw %}{% for x in y %}{% endraw %}";
    expect(converted(code).body).toBe("{% for x in y %}");
  });

  it.each([
    "{% for i in (1..1000000000) %}x{% endfor %}",
    `${"{% for i in (1..1000) %}".repeat(4)}x${"{% endfor %}".repeat(4)}`,
    '{% assign s = "xxxxxxxxxx" %}{% for i in (1..50) %}{% assign s = s | append: s %}{% endfor %}',
    `${"{% if true %}".repeat(2000)}x`,
    `${"{% if true %}".repeat(3000)}x${"{% endif %}".repeat(3000)}`,
    `{% if true %}{{ ${"page[".repeat(9000)}"title"${"]".repeat(9000)} }}{% endif %}`,
    `{% assign x = ${"page[".repeat(9000)}"title"${"]".repeat(9000)} %}{{ x }}`,
    `{% assign s = "a" %}{{ s${" | append: s".repeat(5000)} }}{{ site.posts }}`,
    `{% if ${"true and ".repeat(5000)}site.posts %}x{% endif %}`,
  ])("that does not end, or grows without end, stays: %#", (written) => {
    let body = "";
    expect(busy(() => (body = converted(written).body))).toBeLessThan(8000);
    expect(body).toMatch(/\{[{%]/);
  });
});
