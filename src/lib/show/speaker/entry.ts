import { mount } from 'svelte';
import { pageData } from '../data';
import Speaker from './Speaker.svelte';

mount(Speaker, { target: document.getElementById('speaker')!, props: { data: pageData() } });
