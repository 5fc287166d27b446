import { mount } from 'svelte';
import Council from './Council.svelte';
import type { CouncilData } from './data';

const target = document.getElementById('council')!;
const data = JSON.parse(document.getElementById('council-data')!.textContent) as CouncilData;
target.replaceChildren();
mount(Council, { target, props: { data } });
