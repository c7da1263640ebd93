//! Serves a folder on this machine, for people who try the page and for tests. Not a server for the open net.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;

use crate::headers::headers;

struct Site {
    folder: PathBuf,
    headers: String,
    log: bool,
}

struct Answer {
    status: &'static str,
    kind: &'static str,
    body: Vec<u8>,
}

/// Serves a folder until the process ends; port 0 takes a free one. Prints the address first.
///
/// # Errors
///
/// Where the folder holds no page or the port is taken.
pub fn serve(folder: &Path, port: u16, log: bool) -> Result<()> {
    let headers = headers(folder)?.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("port {port} is taken: `--port 0` takes a free one"))?;
    println!("http://{}/", listener.local_addr()?);
    let site = Arc::new(Site { folder: folder.into(), headers, log });
    for stream in listener.incoming() {
        let site = Arc::clone(&site);
        // A visitor who hangs up is no fault of ours.
        thread::spawn(move || stream.and_then(|stream| site.answer(stream)).ok());
    }
    Ok(())
}

impl Site {
    fn answer(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let Request { line, brotli } = read_request(&stream)?;
        let mut words = line.split_whitespace();
        let (method, address) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        if self.log {
            println!("{method} {address}");
        }
        let answer = match method {
            "GET" | "HEAD" => self.file(address),
            _ => plain("405 Method Not Allowed"),
        };
        let Answer { status, kind, mut body } = answer;
        let mut encoding = "";
        // Pictures are compressed already.
        if brotli && kind != "image/png" {
            body = compressed(&body)?;
            encoding = "Content-Encoding: br\r\n";
        }
        let (headers, length) = (&self.headers, body.len());
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n{encoding}\
             Vary: Accept-Encoding\r\n{headers}Connection: close\r\n\r\n"
        )?;
        if method != "HEAD" {
            stream.write_all(&body)?;
        }
        stream.flush()
    }

    fn file(&self, address: &str) -> Answer {
        let Some(file) = self.place(address) else { return plain("404 Not Found") };
        match fs::read(&file) {
            Ok(body) => Answer { status: "200 OK", kind: kind(&file), body },
            Err(_) => plain("404 Not Found"),
        }
    }

    /// Gives the file at an address. Names are plain ASCII, and none leads out of the folder.
    fn place(&self, address: &str) -> Option<PathBuf> {
        let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
        let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into() };
        let mut file = self.folder.clone();
        for name in path.split('/') {
            let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
            if name.is_empty() || name.starts_with('.') || !name.bytes().all(plain) {
                return None;
            }
            file.push(name);
        }
        Some(file)
    }
}

/// A request's first line, and whether brotli may answer it.
struct Request {
    line: String,
    brotli: bool,
}

/// Reads a request to its empty line.
fn read_request(stream: &TcpStream) -> std::io::Result<Request> {
    let mut lines = BufReader::new(stream.take(16 * 1024)).lines();
    let mut request = Request { line: lines.next().transpose()?.unwrap_or_default(), brotli: false };
    for line in lines {
        let line = line?.to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        let accepted = line.strip_prefix("accept-encoding:").unwrap_or_default();
        request.brotli |= accepted.split(',').any(|name| name.trim() == "br");
    }
    Ok(request)
}

/// Compresses as servers do while one waits: quickly, and a little worse than they could.
fn compressed(body: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut small = Vec::new();
    let quick = BrotliEncoderParams { quality: 5, ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &*body, &mut small, &quick)?;
    Ok(small)
}

fn plain(status: &'static str) -> Answer {
    Answer { status, kind: "text/plain; charset=utf-8", body: status.into() }
}

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("txt") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
