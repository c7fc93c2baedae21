import type { ReactNode } from 'react'

/** Things that stand on the line y = 130 around x = 100, in the colour of the group that they are in. */
const light = { fill: '#fff', stroke: 'none', opacity: 0.25 } as const
const dark = { fill: '#000', stroke: 'none', opacity: 0.18 } as const
const line = (width: number) => ({ fill: 'none', strokeWidth: width }) as const

const cloth = (
  <>
    <rect x="52" y="104" width="96" height="26" rx="11" />
    <rect x="58" y="80" width="84" height="26" rx="11" opacity=".85" />
    <rect x="64" y="58" width="72" height="24" rx="10" opacity=".7" />
    <path {...light} d="M60 112h60v4H60zM66 88h50v4H66zM72 65h42v4H72z" />
  </>
)

const chair = (
  <>
    <path d="M66 36h8v94h-8zM126 84h8v46h-8z" />
    <rect x="64" y="78" width="72" height="11" rx="4" />
    <path d="M66 40h12v34H66z" opacity=".7" />
    <path {...dark} d="M78 100h48v5H78z" />
  </>
)

const DRAWINGS: Readonly<Record<string, ReactNode>> = {
  'kettles-and-teapots': (
    <>
      <path d="M60 128c-16-44 8-66 38-66s54 22 38 66z" />
      <path d="M62 104C44 98 44 80 30 72l10-6c16 6 20 18 30 22z" />
      <path {...line(8)} d="M68 62c6-38 58-38 62 0" />
      <ellipse cx="98" cy="63" rx="19" ry="5" {...dark} />
      <circle cx="98" cy="55" r="6" />
      <path {...light} d="M74 82c4-8 10-12 18-13l-2 6c-6 2-10 6-12 14z" />
    </>
  ),
  coffee: (
    <>
      <path d="M62 74h66c2 34-6 54-20 54H82c-14 0-22-20-20-54z" />
      <path {...line(8)} d="M128 84c24-2 22 28-2 28" />
      <path {...line(4)} opacity=".5" d="M82 62c-8-10 8-14 0-26M104 62c-8-10 8-14 0-26" />
      <path {...dark} d="M62 74h66l-1 9H63z" />
    </>
  ),
  'pots-and-pans': (
    <>
      <path d="M36 84h92c0 32-10 46-24 46H60c-14 0-24-14-24-46z" />
      <rect x="124" y="86" width="58" height="10" rx="5" />
      <ellipse cx="82" cy="84" rx="46" ry="9" {...dark} />
      <path {...light} d="M48 96c2 12 6 20 12 24h-6c-6-6-9-14-10-24z" />
    </>
  ),
  knives: (
    <>
      <path d="M28 96 130 62l6 18-34 16c-26 10-54 8-74 0z" />
      <path d="m132 62 34-14c10-2 12 12 4 16l-34 16z" opacity=".75" />
      <path {...light} d="M44 94 128 66l1 4-72 26z" />
      <rect x="40" y="118" width="120" height="12" rx="4" opacity=".55" />
    </>
  ),
  'kitchen-tools': (
    <>
      <path d="M70 92h60l-6 38H76z" />
      <path {...line(6)} d="m84 92-14-44M100 92V44M116 92l12-40" />
      <ellipse cx="68" cy="40" rx="10" ry="14" />
      <path d="M90 24h20v24H90z" />
      <path {...line(4)} d="M130 50c-8-18 4-28 8-30 4 4 10 18-8 30z" />
      <path {...dark} d="M70 92h60l-1 8H71z" />
    </>
  ),
  baking: (
    <>
      <path d="M44 82h112l-12 48H56z" />
      <path {...dark} d="M44 82h112l-2 9H46z" />
      <path d="M56 82c0-40 88-40 88 0z" opacity=".55" />
      <path {...line(4)} stroke="#fff" opacity=".35" d="m84 64 8-10M104 62l8-10M122 68l8-8" />
    </>
  ),
  tableware: (
    <>
      <circle cx="100" cy="78" r="52" />
      <circle cx="100" cy="78" r="36" {...light} />
      <circle cx="100" cy="78" r="35" opacity=".75" />
      <path {...light} d="M66 62c8-14 20-20 34-20v6c-12 0-22 6-28 16z" />
    </>
  ),
  glassware: (
    <>
      <path opacity=".75" d="M46 62h46l-5 68H51z" />
      <path opacity=".9" d="M120 34h16v26c16 10 20 26 18 48-1 14-8 22-26 22s-25-8-26-22c-2-22 2-38 18-48z" />
      <path {...light} d="M52 70h8l3 52h-7zM110 90c2-12 6-18 12-22l3 4c-6 6-8 14-8 26z" />
    </>
  ),
  cutlery: (
    <>
      <path d="M66 34h4v26h4V34h4v26h4V34h4v34c0 6-4 9-7 10l1 52h-8l1-52c-3-1-7-4-7-10z" />
      <path d="M98 34c12 6 14 30 10 50h-4l2 46h-8z" />
      <ellipse cx="134" cy="52" rx="12" ry="18" />
      <rect x="130" y="66" width="8" height="64" rx="3" />
    </>
  ),
  storage: (
    <>
      <rect x="48" y="70" width="104" height="60" rx="8" />
      <path d="M44 56h112v16H44z" opacity=".75" />
      <rect x="88" y="88" width="24" height="8" rx="4" {...dark} />
      <path {...light} d="M54 78h40v4H54z" />
    </>
  ),
  'table-linen': cloth,
  bedding: (
    <>
      <rect x="34" y="94" width="132" height="36" rx="10" />
      <rect x="44" y="66" width="62" height="36" rx="14" opacity=".7" />
      <rect x="94" y="70" width="62" height="32" rx="14" opacity=".85" />
      <path {...light} d="M46 106h80v5H46z" />
    </>
  ),
  blankets: cloth,
  towels: (
    <>
      <rect x="36" y="36" width="128" height="7" rx="3" opacity=".5" />
      <path d="M56 36h44v94H56z" />
      <path d="M104 36h40v70h-40z" opacity=".75" />
      <path {...light} d="M56 108h44v5H56zM56 116h44v3H56zM104 88h40v4h-40z" />
    </>
  ),
  bathroom: (
    <>
      <rect x="62" y="70" width="46" height="60" rx="10" />
      <path d="M80 50h10v22H80z" opacity=".8" />
      <path {...line(7)} d="M85 50h24v8" />
      <rect x="116" y="108" width="44" height="12" rx="6" opacity=".65" />
      <rect x="110" y="118" width="56" height="12" rx="5" />
      <path {...light} d="M68 78h6v40h-6z" />
    </>
  ),
  lighting: (
    <>
      <path d="M76 34h48l24 46H52z" />
      <path d="M96 80h8v40h-8z" />
      <rect x="70" y="118" width="60" height="12" rx="6" />
      <path {...light} d="M82 40h10L74 74H64z" />
    </>
  ),
  candles: (
    <>
      <rect x="62" y="66" width="26" height="64" rx="4" />
      <rect x="96" y="86" width="26" height="44" rx="4" opacity=".8" />
      <rect x="130" y="100" width="22" height="30" rx="4" opacity=".65" />
      <path
        fill="#e9a23b"
        d="M75 40c8 10 8 18 0 22-8-4-8-12 0-22zM109 62c7 8 7 15 0 19-7-4-7-11 0-19zM141 78c6 7 6 13 0 17-6-4-6-10 0-17z"
      />
    </>
  ),
  vases: (
    <>
      <path d="M84 66h32c0 14 22 20 18 46-2 12-8 18-16 18H82c-8 0-14-6-16-18-4-26 18-32 18-46z" />
      <path {...line(4)} stroke="#5f8262" d="M98 66C96 44 86 34 76 26M102 66c0-24 8-32 20-38M100 66V22" />
      <path
        fill="#5f8262"
        d="M76 26c-12 0-14 8-14 8 8 4 14 0 14-8zM122 28c12 0 14 8 14 8-8 4-14 0-14-8zM100 22c-8-6-4-14 0-16 4 2 8 10 0 16z"
      />
      <path {...light} d="M76 104c0-12 8-18 14-24l3 3c-6 6-10 12-10 22z" />
    </>
  ),
  'garden-tools': (
    <>
      <path {...line(8)} d="M74 30v60" opacity=".7" />
      <path d="M58 84h32v22c0 14-10 24-16 24s-16-10-16-24z" />
      <path {...line(8)} d="M128 30v56" opacity=".7" />
      <path {...line(6)} d="M110 130v-30c0-18 36-18 36 0v30M128 86v44" />
    </>
  ),
  'garden-furniture': (
    <>
      <path d="M36 78h128v9H36zM44 87h8v43h-8zM148 87h8v43h-8z" />
      <path d="M40 44h120v8H40zM40 58h120v8H40z" opacity=".75" />
      <path d="M46 44h7v40h-7zM147 44h7v40h-7z" opacity=".75" />
    </>
  ),
  'chairs-and-stools': chair,
  'small-furniture': (
    <>
      <rect x="40" y="64" width="120" height="11" rx="4" />
      <path d="M54 75h9l-5 55h-8zM137 75h9l4 55h-8z" />
      <rect x="62" y="75" width="76" height="22" opacity=".75" />
      <circle cx="100" cy="86" r="4" {...dark} />
    </>
  ),
  rugs: (
    <>
      <path d="M26 118 62 62h96l18 56z" />
      <path {...light} d="m46 110 28-40h76l12 40z" />
      <path d="m60 104 20-28h62l10 28z" opacity=".8" />
      <path {...line(3)} d="m24 118-6 10M34 118l-4 10M172 118l4 10M180 118l6 10" />
    </>
  ),
  desk: (
    <>
      <rect x="42" y="98" width="96" height="32" rx="4" />
      <rect x="50" y="78" width="84" height="20" rx="4" opacity=".7" />
      <path d="m148 130-6-62 8-16 8 16-2 62z" />
      <path {...light} d="M50 106h60v4H50zM58 84h50v4H58z" />
    </>
  ),
  'bags-and-baskets': (
    <>
      <path d="M50 76h100l-10 54H60z" />
      <path {...line(7)} d="M70 76c0-46 60-46 60 0" />
      <path {...line(3)} stroke="#000" opacity=".2" d="M54 92h92M56 108h88M76 78l4 50M100 78v50M124 78l-4 50" />
    </>
  ),
  cleaning: (
    <>
      <rect x="94" y="22" width="9" height="64" rx="4" opacity=".75" />
      <path d="M74 84h50l6 18H68z" />
      <path d="M68 102h62l8 28H60z" opacity=".6" />
      <path {...line(2)} stroke="#000" opacity=".25" d="m80 104-6 26M92 104l-3 26M106 104l3 26M118 104l6 26" />
    </>
  ),
}

export function drawingOf(category: string): ReactNode {
  return DRAWINGS[category] ?? DRAWINGS['storage']
}
