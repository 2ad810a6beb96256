import { chromium } from '@playwright/test'
import { readFileSync } from 'node:fs'
const log = readFileSync('/tmp/demo.log','utf8')
const url = n => log.match(new RegExp(n+'\\s+(http\\S+)'))[1]
const ARGS='--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync'.split(' ')
const b = await chromium.launch({executablePath:'/usr/bin/chromium',args:ARGS})
const ctx = (w,h,o={}) => b.newContext({viewport:{width:w,height:h},locale:'fr-FR',...o})
const errs=[]
const page = async (c,u) => { const p=await c.newPage(); p.on('pageerror',e=>errs.push(e.message)); p.on('console',m=>m.type()==='error'&&errs.push(m.text())); await p.goto(u); return p }
const con = await page(await ctx(1366,768), url('Console'))
const scr = await page(await ctx(1920,1080), url('Écran'))
const ph = await page(await ctx(360,740,{isMobile:true,hasTouch:true}), url('Participant·e'))
const home = await page(await ctx(1366,768), 'http://127.0.0.1:4500/')
await home.waitForTimeout(1500); await home.screenshot({path:'/tmp/lk/home.png'})
await ph.waitForTimeout(1500); await ph.screenshot({path:'/tmp/lk/door.png', fullPage:true})
await ph.getByRole('textbox').first().fill('Yanis')
await ph.getByRole('button',{name:/entrer|rejoindre/i}).first().click()
await ph.waitForTimeout(1500); await ph.screenshot({path:'/tmp/lk/lobby-phone.png', fullPage:true})
await scr.screenshot({path:'/tmp/lk/lobby-screen.png'})
await con.screenshot({path:'/tmp/lk/console-lobby.png'})
const go = async (name) => { await con.getByRole('button',{name}).first().click(); await con.waitForTimeout(1500) }
await con.locator('aside,nav,section').getByText('Les collaborathons').first().click(); await con.waitForTimeout(25000)
for (const [p,n] of [[con,'console'],[scr,'screen'],[ph,'phone']]) await p.screenshot({path:`/tmp/lk/wall-${n}.png`})
await con.getByText('Rallye des mots – écriture').first().click(); await con.waitForTimeout(48000)
for (const [p,n] of [[con,'console'],[scr,'screen'],[ph,'phone']]) await p.screenshot({path:`/tmp/lk/rally-${n}.png`})
await con.getByText(/échange en sous-groupes/).first().click(); await con.waitForTimeout(3000)
await con.screenshot({path:'/tmp/lk/groups-forming.png'})
console.log(errs)
await b.close()
